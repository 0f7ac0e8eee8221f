CREATE TABLE "estimate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"appointment_id" uuid,
	"given_at" timestamp (3) with time zone NOT NULL,
	"given_by" uuid NOT NULL,
	"contents" text NOT NULL,
	"sha256" text NOT NULL,
	"record" text NOT NULL,
	"seal" text NOT NULL,
	"key_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "estimate_diagnosis" (
	"estimate_id" uuid PRIMARY KEY NOT NULL,
	"client_id" uuid NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_given_by_staff_member_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate_diagnosis" ADD CONSTRAINT "estimate_diagnosis_estimate_id_estimate_id_fk" FOREIGN KEY ("estimate_id") REFERENCES "public"."estimate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate_diagnosis" ADD CONSTRAINT "estimate_diagnosis_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "estimate_number" ON "estimate" USING btree ("client_id","number");--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_number_counts" CHECK (number > 0);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['estimate', 'estimate_diagnosis'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION foyer.refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION foyer.refuse_change()', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was given is added to and read, never changed. It goes out in the name of whoever gives it.
GRANT SELECT, INSERT ON estimate, estimate_diagnosis TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON estimate FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY staff ON estimate FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());
--> statement-breakpoint
CREATE POLICY give ON estimate FOR INSERT TO foyer_app WITH CHECK (foyer.is_staff() AND given_by = foyer.actor_id());
--> statement-breakpoint
-- A diagnosis code is a clinical word: front desk never reads or writes one.
CREATE POLICY own ON estimate_diagnosis FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY clinical ON estimate_diagnosis FOR SELECT TO foyer_app USING (foyer.is_clinical());
--> statement-breakpoint
CREATE POLICY clinical_add ON estimate_diagnosis FOR INSERT TO foyer_app WITH CHECK (
  foyer.is_clinical() AND EXISTS (SELECT FROM estimate e
    WHERE e.id = estimate_id AND e.client_id = estimate_diagnosis.client_id AND e.given_by = foyer.actor_id()));
--> statement-breakpoint
-- A client who moves or cancels takes the task of their estimate along; no other task is theirs to see or change.
CREATE POLICY own_estimate ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND kind = 'estimate' AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_estimate_change ON task FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND kind = 'estimate' AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND kind = 'estimate' AND client_id = foyer.actor_id() AND done_by IS NULL);
--> statement-breakpoint
-- An estimate is owed within a working day of booking, often before the forms are sent, and must name the person, the
-- day they were born and the state they are in (45 CFR 149.610(c)(1)). While one is owed, staff may read those, and
-- how it will be paid for, of a draft.
CREATE POLICY owed_estimate ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff() AND audience = 'all-staff' AND question IN ('B1', 'B2', 'B3', 'B10', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au')
  AND EXISTS (SELECT FROM task k WHERE k.client_id = answer.client_id AND k.kind = 'estimate' AND k.done_at IS NULL));
--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("kind","due_at") WHERE done_at is null;
