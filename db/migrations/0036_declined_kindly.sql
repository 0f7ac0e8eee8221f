-- How a client's way here ends: with a letter that stays as it was written, or closed with a reason; and how a mistake is undone.

-- ── Places to go instead ──────────────────────────────────────────────────────────────────────────
-- The practice's own list. A letter keeps its own copy, so that a change here rewrites nothing that was sent.
CREATE TABLE "referral_place" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"what_for" text NOT NULL,
	"phone" text NOT NULL,
	"web" text NOT NULL,
	"note" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "referral_place_position" UNIQUE ("position")
);
--> statement-breakpoint
-- ── How it ended ──────────────────────────────────────────────────────────────────────────────────
-- For the record, and for staff alone: why, in closed words. A line is added each time; none is changed.
CREATE TABLE "submission_ending" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"ended_by" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submission_ending_reason" CHECK (
		(kind IN ('declined', 'referred') AND reason IN ('not-our-field', 'no-room', 'outside-region', 'other-care-first', 'other'))
		OR (kind = 'closed' AND reason IN ('finished', 'stopped', 'referred-on', 'no-contact', 'other')))
);
--> statement-breakpoint
-- The letter, sealed, with the places it names. Nobody changes a word of it; its client opening it is noted once.
CREATE TABLE "decline_letter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"content" text NOT NULL,
	"appointment_id" uuid,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "submission_ending" ADD CONSTRAINT "submission_ending_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_ending" ADD CONSTRAINT "submission_ending_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_ending" ADD CONSTRAINT "submission_ending_ended_by_staff_member_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_letter" ADD CONSTRAINT "decline_letter_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_letter" ADD CONSTRAINT "decline_letter_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_letter" ADD CONSTRAINT "decline_letter_written_by_staff_member_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decline_letter" ADD CONSTRAINT "decline_letter_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submission_ending_submission" ON "submission_ending" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submission_ending_client" ON "submission_ending" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "decline_letter_submission" ON "decline_letter" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "decline_letter_client" ON "decline_letter" USING btree ("client_id");
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_place', 'submission_ending', 'decline_letter'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON referral_place TO foyer_app;
--> statement-breakpoint
CREATE POLICY read ON referral_place FOR SELECT TO foyer_app USING (foyer.is_staff());
--> statement-breakpoint
CREATE POLICY add ON referral_place FOR INSERT TO foyer_app WITH CHECK (foyer.has_role('lead') OR foyer.has_role('admin'));
--> statement-breakpoint
CREATE POLICY remove ON referral_place FOR DELETE TO foyer_app USING (foyer.has_role('lead') OR foyer.has_role('admin'));
--> statement-breakpoint
GRANT SELECT, INSERT ON submission_ending TO foyer_app;
--> statement-breakpoint
CREATE POLICY clinical ON submission_ending FOR SELECT TO foyer_app USING (foyer.is_on_case(client_id));
--> statement-breakpoint
CREATE POLICY clinical_add ON submission_ending FOR INSERT TO foyer_app WITH CHECK (foyer.is_on_case(client_id) AND ended_by = foyer.actor_id());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (read_at) ON decline_letter TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON decline_letter FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY own_read ON decline_letter FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND read_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY clinical ON decline_letter FOR SELECT TO foyer_app USING (foyer.is_job() OR foyer.is_on_case(client_id));
--> statement-breakpoint
CREATE POLICY clinical_add ON decline_letter FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_on_case(client_id) AND written_by = foyer.actor_id() AND read_at IS NULL);
--> statement-breakpoint
-- ── The table of statuses ─────────────────────────────────────────────────────────────────────────
-- Declined while something is asked for, closed before anybody was answerable, and a mistake undone: a closing by clinicians, a decline by the lead alone.
CREATE OR REPLACE FUNCTION foyer.status_changes() RETURNS TABLE (from_status text, to_status text, who text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('draft', 'submitted', 'client'),
    ('submitted', 'in-review', 'clinical'),
    ('in-review', 'information-wanted', 'clinical'),
    ('information-wanted', 'in-review', 'client'),
    ('information-wanted', 'in-review', 'clinical'),
    ('in-review', 'accepted', 'clinical'),
    ('in-review', 'declined', 'clinical'),
    ('information-wanted', 'declined', 'clinical'),
    ('accepted', 'assigned', 'clinical'),
    ('accepted', 'closed', 'clinical'),
    ('assigned', 'closed', 'clinical'),
    ('closed', 'assigned', 'clinical'),
    ('closed', 'accepted', 'clinical'),
    ('declined', 'in-review', 'lead') $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION foyer.keep_to_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.status = 'draft' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM foyer.status_changes() t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status
      AND ((t.who = 'client' AND foyer.is_client()) OR (t.who = 'clinical' AND foyer.is_on_case(NEW.client_id))
        OR (t.who = 'lead' AND foyer.has_role('lead'))))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a submission cannot become % this way', NEW.status USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- Whoever is declined, or whose way here ends, waits no longer.
ALTER TABLE "waitlist_entry" DROP CONSTRAINT "waitlist_entry_ended";
--> statement-breakpoint
ALTER TABLE "waitlist_entry" ADD CONSTRAINT "waitlist_entry_ended"
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND ended_by IN ('booking', 'client', 'time', 'staff'));
