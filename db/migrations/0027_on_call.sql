-- Who is on call when; what happens to a danger sign nobody has seen in time; and what must hold before the first client comes.

-- ── The rota ──────────────────────────────────────────────────────────────────────────────────────
-- A weekly shift names a weekday; one on a single date stands in its place, also to say that nobody is on call then.
CREATE TABLE "on_call_shift" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid,
	"weekday" smallint,
	"on_date" date,
	"starts_local" time NOT NULL,
	"ends_local" time NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "on_call_shift_weekly_or_once" CHECK ((weekday IS NULL) <> (on_date IS NULL)),
	CONSTRAINT "on_call_shift_weekday" CHECK (weekday BETWEEN 1 AND 7),
	CONSTRAINT "on_call_shift_somebody_weekly" CHECK (staff_id IS NOT NULL OR on_date IS NOT NULL),
	CONSTRAINT "on_call_shift_once" UNIQUE NULLS NOT DISTINCT ("staff_id", "weekday", "on_date", "starts_local", "ends_local")
);
--> statement-breakpoint
-- ── What was done about a flag, with its particulars ──────────────────────────────────────────────
ALTER TABLE "flag_event" ADD COLUMN "detail" text;
--> statement-breakpoint
ALTER TABLE "flag_event" ADD CONSTRAINT "flag_event_kind" CHECK (kind IN
  ('acknowledged', 'taken-over', 'attempt', 'spoke', 'assessed', 'referred', 'could-not-reach', 'not-a-risk'));
--> statement-breakpoint
-- Each step once: whoever comes second finds it taken.
CREATE TABLE "flag_escalation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"flag_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"step" smallint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"told" uuid[] NOT NULL,
	CONSTRAINT "flag_escalation_step" UNIQUE ("flag_id", "step")
);
--> statement-breakpoint
-- ── Opening to clients ────────────────────────────────────────────────────────────────────────────
-- Append-only: the newest line of each kind says how it stands, who said so and when.
CREATE TABLE "going_live_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"holds" boolean NOT NULL,
	"by_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "going_live_event_what" CHECK (what IN ('lawyer', 'backups', 'open', 'complete')),
	CONSTRAINT "going_live_event_by" CHECK ((by_id IS NULL) = (what = 'complete'))
);
--> statement-breakpoint
ALTER TABLE "on_call_shift" ADD CONSTRAINT "on_call_shift_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_escalation" ADD CONSTRAINT "flag_escalation_flag_id_flag_id_fk" FOREIGN KEY ("flag_id") REFERENCES "public"."flag"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag_escalation" ADD CONSTRAINT "flag_escalation_client_id_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."client"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "going_live_event" ADD CONSTRAINT "going_live_event_by_id_staff_member_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "going_live_event_newest" ON "going_live_event" USING btree ("what", "at" DESC, "id" DESC);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['on_call_shift', 'flag_escalation', 'going_live_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A client's page tells whoever is on call; staff see the rota, and leads and admins write it.
GRANT SELECT, INSERT, DELETE ON on_call_shift TO foyer_app;
--> statement-breakpoint
CREATE POLICY read ON on_call_shift FOR SELECT TO foyer_app
  USING (foyer.is_client() OR foyer.is_staff() OR foyer.is_job());
--> statement-breakpoint
CREATE POLICY add ON on_call_shift FOR INSERT TO foyer_app
  WITH CHECK (foyer.has_role('lead') OR foyer.has_role('admin'));
--> statement-breakpoint
CREATE POLICY remove ON on_call_shift FOR DELETE TO foyer_app
  USING (foyer.has_role('lead') OR foyer.has_role('admin'));
--> statement-breakpoint
GRANT SELECT, INSERT ON flag_escalation, going_live_event TO foyer_app;
--> statement-breakpoint
CREATE POLICY clinical ON flag_escalation FOR SELECT TO foyer_app USING (foyer.is_clinical() OR foyer.is_job());
--> statement-breakpoint
CREATE POLICY escalate ON flag_escalation FOR INSERT TO foyer_app WITH CHECK (foyer.is_job());
--> statement-breakpoint
-- Whether the doors are open is for everybody to know.
CREATE POLICY read ON going_live_event FOR SELECT TO foyer_app
  USING (foyer.is_staff() OR foyer.is_job() OR what = 'open');
--> statement-breakpoint
CREATE POLICY say ON going_live_event FOR INSERT TO foyer_app
  WITH CHECK (what <> 'complete' AND foyer.has_role('admin') AND by_id = foyer.actor_id());
--> statement-breakpoint
CREATE POLICY watch ON going_live_event FOR INSERT TO foyer_app WITH CHECK (what = 'complete' AND foyer.is_job());
--> statement-breakpoint
-- Whether a member of staff still works here: whoever was let go is told nothing. It says no more than that.
CREATE FUNCTION foyer.works_here(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.id = person AND a.kind = 'staff' AND a.disabled_at IS NULL) $$;
--> statement-breakpoint
-- Tries to reach somebody, and handing over, close nothing.
CREATE OR REPLACE FUNCTION foyer.own_flag_states() RETURNS TABLE (flag_id uuid, seen boolean, closed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, count(e.id) > 0,
    count(e.id) FILTER (WHERE e.kind IN ('spoke', 'assessed', 'referred', 'could-not-reach', 'not-a-risk')) > 0
  FROM flag f LEFT JOIN flag_event e ON e.flag_id = f.id
  WHERE foyer.is_client() AND f.client_id = foyer.actor_id()
  GROUP BY f.id $$;
--> statement-breakpoint
-- Whoever was on call by the settings is on call on every day of the rota: nobody falls out of it by this change.
DO $$
DECLARE named uuid; added integer;
BEGIN
  SELECT (data -> 'onCall' ->> 'staffId')::uuid INTO named FROM clinic_setting WHERE data -> 'onCall' ->> 'staffId' IS NOT NULL;
  IF named IS NOT NULL AND EXISTS (SELECT FROM staff_member WHERE id = named) THEN
    INSERT INTO on_call_shift (id, staff_id, weekday, starts_local, ends_local, added_at)
      SELECT gen_random_uuid(), named, weekday, '00:00', '24:00', now() FROM generate_series(1, 7) AS weekday;
    GET DIAGNOSTICS added = ROW_COUNT;
    IF added <> 7 THEN RAISE EXCEPTION 'the rota took % of 7 days', added; END IF;
  END IF;
  UPDATE clinic_setting SET data = data - 'onCall';
END $$;
