-- Wrong codes in a row are counted apart, by where they were typed: what a stranger uses up, the owner's own device still has.
ALTER TABLE "staff_second_factor" ADD COLUMN "wrong_elsewhere" smallint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "staff_second_factor" ADD COLUMN "wrong_at_known" smallint DEFAULT 0 NOT NULL;
