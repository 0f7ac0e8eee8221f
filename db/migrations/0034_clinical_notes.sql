-- What clinicians write down about a client, as a part of the client's record: never changed, only put right by a later revision.
CREATE TABLE "clinical_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"note_id" uuid NOT NULL,
	"revision" smallint NOT NULL,
	"client_id" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"content" text NOT NULL,
	"form_token" text NOT NULL,
	CONSTRAINT "clinical_note_first" CHECK ((revision = 1) = (note_id = id) AND revision >= 1)
);
--> statement-breakpoint
ALTER TABLE "clinical_note" ADD CONSTRAINT "clinical_note_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinical_note" ADD CONSTRAINT "clinical_note_written_by_staff_member_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clinical_note_client" ON "clinical_note" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clinical_note_revision" ON "clinical_note" USING btree ("note_id", "revision");--> statement-breakpoint
CREATE UNIQUE INDEX "clinical_note_once" ON "clinical_note" USING btree ("written_by", "form_token");
--> statement-breakpoint
ALTER TABLE clinical_note ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE clinical_note FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON clinical_note TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- What was written stays: the app may neither change nor delete it. It goes with the client's row.
GRANT SELECT, INSERT ON clinical_note TO foyer_app;
--> statement-breakpoint
CREATE POLICY on_case ON clinical_note FOR SELECT TO foyer_app USING (foyer.is_on_case(client_id));
--> statement-breakpoint
-- In one's own name; and only whoever wrote a note puts it right.
CREATE POLICY add ON clinical_note FOR INSERT TO foyer_app WITH CHECK (
  foyer.is_on_case(client_id) AND written_by = foyer.actor_id()
  AND (revision = 1 OR EXISTS (SELECT FROM clinical_note first
    WHERE first.id = clinical_note.note_id AND first.client_id = clinical_note.client_id AND first.written_by = foyer.actor_id())));
