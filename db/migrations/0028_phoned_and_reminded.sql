-- Somebody who phones is started by staff, and what they said counts once they say it themselves; what the clock does for
-- clients is done once; and a time that was kept for somebody can be taken back.
CREATE TABLE "phone_intake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL UNIQUE,
	"client_id" uuid NOT NULL UNIQUE,
	"submission_id" uuid NOT NULL,
	"given" text NOT NULL,
	"started_by" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"arrived_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "phone_intake" ADD CONSTRAINT "phone_intake_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_intake" ADD CONSTRAINT "phone_intake_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_intake" ADD CONSTRAINT "phone_intake_started_by_staff_member_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_intake_started" ON "phone_intake" USING btree ("started_at");
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"client_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"anchored_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"notice_id" uuid,
	CONSTRAINT "reminder_kind" CHECK ("kind" IN ('appointment-48h', 'appointment-2h', 'forms-72h', 'forms-30h', 'draft-14d', 'draft-3d'))
);
--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Never twice, whatever the clocks say and however many workers there are.
CREATE UNIQUE INDEX "reminder_once" ON "reminder" USING btree ("kind","about_id","anchored_at");--> statement-breakpoint
CREATE INDEX "reminder_client" ON "reminder" USING btree ("client_id");
--> statement-breakpoint
CREATE INDEX "appointment_coming" ON "appointment" USING btree ("starts_at") WHERE status = 'booked';
--> statement-breakpoint
CREATE INDEX "submission_unsent" ON "submission" USING btree ("changed_at") WHERE status = 'draft';
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['phone_intake', 'reminder'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Who is in touch with clients starts somebody who phones. The admin does not: they see no client.
CREATE FUNCTION foyer.is_in_touch() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.has_role('front-desk') OR foyer.is_clinical() $$;
--> statement-breakpoint
-- What was given stays as it was given; only that somebody was invited again, and that they came, is added.
GRANT SELECT, INSERT, UPDATE (invited_at, arrived_at) ON phone_intake TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON phone_intake FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_arrival ON phone_intake FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND arrived_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY staff ON phone_intake FOR SELECT TO foyer_app USING (foyer.is_in_touch());
--> statement-breakpoint
-- Nobody has been there yet: no session, no answer of their own, nothing signed or booked.
CREATE FUNCTION foyer.nobody_came(person uuid, intake uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM submission s WHERE s.id = intake AND s.client_id = person AND s.status = 'draft')
    AND NOT EXISTS (SELECT FROM session s WHERE s.account_id = person)
    AND NOT EXISTS (SELECT FROM answer a WHERE a.client_id = person)
    AND NOT EXISTS (SELECT FROM signature g WHERE g.client_id = person)
    AND NOT EXISTS (SELECT FROM appointment a WHERE a.client_id = person) $$;
--> statement-breakpoint
CREATE POLICY staff_add ON phone_intake FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_in_touch() AND started_by = foyer.actor_id() AND arrived_at IS NULL
    AND foyer.nobody_came(client_id, submission_id));
--> statement-breakpoint
CREATE POLICY staff_invite ON phone_intake FOR UPDATE TO foyer_app
  USING (foyer.is_in_touch() AND arrived_at IS NULL) WITH CHECK (foyer.is_in_touch() AND arrived_at IS NULL);
--> statement-breakpoint
CREATE POLICY job ON phone_intake FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY by_phone ON account FOR INSERT TO foyer_app WITH CHECK (kind = 'client' AND foyer.is_in_touch());
--> statement-breakpoint
-- Staff begin forms for nobody but whom no forms were ever begun for.
CREATE FUNCTION foyer.has_forms(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM submission s WHERE s.client_id = person) $$;
--> statement-breakpoint
CREATE POLICY by_phone ON submission FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_in_touch() AND status = 'draft' AND NOT foyer.has_forms(client_id));
--> statement-breakpoint
-- An invitation is withdrawn while nobody has come, and with it goes all there is of them.
CREATE FUNCTION foyer.only_invited(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM phone_intake p WHERE p.client_id = person AND p.arrived_at IS NULL
    AND foyer.nobody_came(person, p.submission_id)) $$;
--> statement-breakpoint
CREATE POLICY withdrawn ON vault_key FOR DELETE TO foyer_app USING (foyer.is_in_touch() AND foyer.only_invited(subject_id));
--> statement-breakpoint
CREATE POLICY withdrawn ON account FOR DELETE TO foyer_app USING (
  kind = 'client' AND foyer.is_in_touch() AND foyer.only_invited(id));
--> statement-breakpoint
-- Once written a reminder stays: nothing makes it go again.
GRANT SELECT, INSERT ON reminder TO foyer_app;
--> statement-breakpoint
CREATE POLICY job ON reminder TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
-- Whoever books or moves says which of its reminders come too soon after that to be sent.
CREATE POLICY with_booking ON reminder FOR INSERT TO foyer_app WITH CHECK (
  notice_id IS NULL AND (foyer.is_staff() OR (foyer.is_client() AND client_id = foyer.actor_id()))
  AND EXISTS (SELECT FROM appointment a WHERE a.id = about_id AND a.client_id = reminder.client_id));
--> statement-breakpoint
-- The clinician is not there after all.
ALTER TABLE "slot_offer" DROP CONSTRAINT "slot_offer_ended";
--> statement-breakpoint
ALTER TABLE "slot_offer" ADD CONSTRAINT "slot_offer_ended" CHECK (
  (ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('accepted', 'declined', 'expired', 'taken-back'));
--> statement-breakpoint
-- Where the practice moved it, its client reads from when.
ALTER TABLE "appointment" ADD COLUMN "moved_from" timestamp (3) with time zone;
