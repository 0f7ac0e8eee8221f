-- Being in touch when a form is not enough: messages the practice writes on the site, and being given a time that no page could offer.
CREATE TABLE "site_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"audience" text NOT NULL,
	"content" text NOT NULL,
	"form_token" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "site_message_audience" CHECK ("audience" IN ('all-staff', 'clinical'))
);
--> statement-breakpoint
ALTER TABLE "site_message" ADD CONSTRAINT "site_message_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_message" ADD CONSTRAINT "site_message_written_by_staff_member_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_message_client" ON "site_message" USING btree ("client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "site_message_once" ON "site_message" USING btree ("written_by","form_token");--> statement-breakpoint
ALTER TABLE site_message ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE site_message FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON site_message TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- What was written stays as it was written; only that it was read is added.
GRANT SELECT, INSERT, DELETE, UPDATE (read_at) ON site_message TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON site_message FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_read ON site_message FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND read_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
-- What a clinician writes may say more than front desk may know.
CREATE POLICY staff ON site_message FOR SELECT TO foyer_app
  USING (foyer.is_staff() AND (audience = 'all-staff' OR foyer.is_clinical()));
--> statement-breakpoint
CREATE POLICY staff_add ON site_message FOR INSERT TO foyer_app WITH CHECK (
  foyer.is_staff() AND written_by = foyer.actor_id() AND read_at IS NULL
  AND (audience = 'all-staff' OR foyer.is_clinical()));
--> statement-breakpoint
CREATE POLICY forget_read ON site_message FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY forget ON site_message FOR DELETE TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- A client sees that they asked to be given a time, and their own booking ends the asking.
CREATE POLICY own_time ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'time-wanted');
--> statement-breakpoint
CREATE POLICY own_time_ends ON task FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'time-wanted' AND done_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'time-wanted');
--> statement-breakpoint
-- Who asks to be given a time before sending shows staff how to reach them and how they want to come, and nothing else.
ALTER POLICY staff ON answer USING (
  foyer.is_staff()
  AND (audience = 'all-staff' OR foyer.is_clinical())
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND (
    s.status <> 'draft'
    OR EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id)
    OR (question ~ '^(A\d+(-\w+)?|B1|J5)$' AND EXISTS (SELECT FROM flag f WHERE f.submission_id = s.id))
    OR (question ~ '^(A\d+(-\w+)?|B1|B7|C8|format|J5)$' AND EXISTS (
      SELECT FROM task t WHERE t.client_id = s.client_id AND t.kind = 'time-wanted' AND t.done_at IS NULL)))));
