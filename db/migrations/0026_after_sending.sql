-- What happens to an answer after it was typed: each form as it was asked stays on file, staff ask for more and are answered, and a draft can be deleted by whoever wrote it.
CREATE TABLE "questionnaire_version" (
	"version" text NOT NULL,
	"locale" text NOT NULL,
	"sha256" text NOT NULL,
	"body" text NOT NULL,
	"first_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "questionnaire_version_version_locale_pk" PRIMARY KEY("version","locale")
);
--> statement-breakpoint
CREATE TABLE "information_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"questions" text[] NOT NULL,
	"message" text NOT NULL,
	"form_token" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"reply" text,
	CONSTRAINT "information_request_ended" CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('client', 'staff')),
	CONSTRAINT "information_request_reply" CHECK (reply IS NULL OR ended_by = 'client')
);
--> statement-breakpoint
ALTER TABLE "information_request" ADD CONSTRAINT "information_request_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request" ADD CONSTRAINT "information_request_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "information_request" ADD CONSTRAINT "information_request_asked_by_staff_member_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "information_request_once" ON "information_request" USING btree ("asked_by","form_token");--> statement-breakpoint
CREATE UNIQUE INDEX "information_request_one_open" ON "information_request" USING btree ("submission_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "information_request_client" ON "information_request" USING btree ("client_id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['questionnaire_version', 'information_request'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A form that was used is never changed: the app may add one when it starts, and nothing else.
GRANT SELECT, INSERT ON questionnaire_version TO foyer_app;
--> statement-breakpoint
CREATE POLICY read ON questionnaire_version FOR SELECT TO foyer_app USING (foyer.is_someone());
--> statement-breakpoint
CREATE POLICY add ON questionnaire_version FOR INSERT TO foyer_app WITH CHECK (foyer.is_job());
--> statement-breakpoint
-- Clinicians ask and read; the client it is for reads it and answers once. Who asked, when and what never changes.
GRANT SELECT, INSERT, UPDATE (ended_at, ended_by, reply) ON information_request TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON information_request FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_reply ON information_request FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND ended_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id() AND ended_by = 'client');
--> statement-breakpoint
CREATE POLICY clinical ON information_request FOR SELECT TO foyer_app USING (foyer.is_clinical() OR foyer.is_job());
--> statement-breakpoint
CREATE POLICY clinical_add ON information_request FOR INSERT TO foyer_app WITH CHECK (foyer.is_clinical() AND asked_by = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY clinical_end ON information_request FOR UPDATE TO foyer_app
  USING (foyer.is_clinical() AND ended_at IS NULL) WITH CHECK (foyer.is_clinical() AND ended_by = 'staff');
--> statement-breakpoint
-- What was corrected after sending, and what was given when asked for, waits for somebody to read it; its client sees that it does.
CREATE POLICY own_corrected ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind IN ('correction', 'information'));
--> statement-breakpoint
-- Whether a danger sign of one's own still waits to be closed: no more of it than that. Tried or taken over is not closed.
CREATE FUNCTION foyer.has_open_flags(intake uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM flag f WHERE f.submission_id = intake
    AND ((foyer.is_client() AND f.client_id = foyer.actor_id()) OR foyer.is_job())
    AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt'))) $$;
--> statement-breakpoint
-- Whoever wrote a draft may delete it: what was sent stays. Its rows go with it, but for a danger sign nobody has closed yet.
CREATE POLICY own_draft_remove ON submission FOR DELETE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND status = 'draft' AND NOT foyer.has_open_flags(id));
--> statement-breakpoint
GRANT DELETE ON answer TO foyer_app;
--> statement-breakpoint
CREATE POLICY own_draft_remove ON answer FOR DELETE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id()
    AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.status = 'draft')
    AND NOT EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id));
--> statement-breakpoint
CREATE POLICY draft_remove ON answer FOR DELETE TO foyer_app
  USING (foyer.is_job() AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.status = 'draft')
    AND NOT EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id));
--> statement-breakpoint
CREATE POLICY sweep ON section_confirmation FOR DELETE TO foyer_app USING (foyer.is_job());
