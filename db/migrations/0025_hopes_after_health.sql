-- Six sections came before "Hopes and support": what was section 6 is section 12, also where somebody had begun it.
UPDATE section_confirmation SET section = '12' WHERE section = '6';
--> statement-breakpoint
UPDATE form_draft SET form = regexp_replace(form, '^forms/6/', 'forms/12/') WHERE form ~ '^forms/6/';
--> statement-breakpoint
-- The owner's own policies let it change them all; rows that were left behind would be lost to their client.
DO $$ BEGIN
  IF EXISTS (SELECT FROM section_confirmation WHERE section = '6') OR EXISTS (SELECT FROM form_draft WHERE form ~ '^forms/6/') THEN
    RAISE EXCEPTION 'some of section 6 was not moved';
  END IF;
END $$;
