-- The queue costs the same with a thousand files and with a hundred thousand: what it is ordered by stands in indexes.

-- ── Which danger signs wait, and which are open ───────────────────────────────────────────────────
-- Both follow from what was done about a flag. They are kept beside it, by the database alone, so that the few of today are found without reading those of all the years.
ALTER TABLE "flag" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "flag" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
-- Its submission is not sent: such a one stands in the queue for its flag alone, and must be found among all that were begun.
ALTER TABLE "flag" ADD COLUMN "unsent" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
-- Whoever raises one can't say that it was seen to.
CREATE FUNCTION foyer.flag_begins_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.unsent := EXISTS (SELECT FROM submission s WHERE s.id = NEW.submission_id AND s.status = 'draft');
  NEW.seen_at := NULL;
  NEW.closed_at := NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER begins_open BEFORE INSERT ON flag FOR EACH ROW EXECUTE FUNCTION foyer.flag_begins_open();
--> statement-breakpoint
-- Nobody but this may change a flag: the app's role has no right to.
CREATE FUNCTION foyer.keep_flag_state() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE flag SET seen_at = least(seen_at, NEW.at),
    closed_at = CASE WHEN NEW.kind IN ('acknowledged', 'taken-over', 'attempt') THEN closed_at ELSE least(closed_at, NEW.at) END
  WHERE id = NEW.flag_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_flag_state AFTER INSERT ON flag_event FOR EACH ROW EXECUTE FUNCTION foyer.keep_flag_state();
--> statement-breakpoint
CREATE FUNCTION foyer.keep_flags_unsent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE flag SET unsent = (NEW.status = 'draft') WHERE submission_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_flags_unsent AFTER UPDATE OF status ON submission FOR EACH ROW
  WHEN ((OLD.status = 'draft') <> (NEW.status = 'draft')) EXECUTE FUNCTION foyer.keep_flags_unsent();
--> statement-breakpoint
UPDATE flag f SET unsent = false FROM submission s WHERE s.id = f.submission_id AND s.status <> 'draft';
--> statement-breakpoint
DO $$
DECLARE events integer; kept integer;
BEGIN
  SELECT count(DISTINCT flag_id) INTO events FROM flag_event;
  UPDATE flag f SET seen_at = e.seen_at, closed_at = e.closed_at
    FROM (SELECT flag_id, min(at) AS seen_at,
        min(at) FILTER (WHERE kind NOT IN ('acknowledged', 'taken-over', 'attempt')) AS closed_at
      FROM flag_event GROUP BY flag_id) e
    WHERE e.flag_id = f.id;
  GET DIAGNOSTICS kept = ROW_COUNT;
  IF kept <> events THEN RAISE EXCEPTION '% of % flags were brought up to date', kept, events; END IF;
END $$;
--> statement-breakpoint
CREATE INDEX "flag_open" ON "flag" USING btree ("submission_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "flag_unseen" ON "flag" USING btree ("submission_id") WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX "flag_unsent" ON "flag" USING btree ("submission_id") WHERE unsent;
--> statement-breakpoint
-- ── The order of what has neither a flag nor an appointment: by when it was sent, or begun ────────
-- A column and not an expression: under row-level security Postgres looks an expression up in an index only where it knows that it tells nothing.
ALTER TABLE "submission" ADD COLUMN "queued_at" timestamp (3) with time zone GENERATED ALWAYS AS (coalesce("submitted_at", "created_at")) STORED;--> statement-breakpoint
DROP INDEX "submission_queue";--> statement-breakpoint
CREATE INDEX "submission_queue" ON "submission" USING btree ("status", "queued_at", "reference");--> statement-breakpoint
CREATE INDEX "submission_open" ON "submission" USING btree ("queued_at", "reference")
  WHERE status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned');--> statement-breakpoint
CREATE INDEX "submission_open_assignee" ON "submission" USING btree ("assignee_id", "queued_at", "reference")
  WHERE status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned');--> statement-breakpoint
CREATE INDEX "submission_open_nobodys" ON "submission" USING btree ("queued_at", "reference")
  WHERE assignee_id is null and status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned');--> statement-breakpoint
CREATE INDEX "submission_assignee" ON "submission" USING btree ("assignee_id", "status", "queued_at", "reference");
--> statement-breakpoint
-- No appointment lasts longer than a day, so the coming ones are found by when they start.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_within_a_day" CHECK (ends_at - starts_at <= interval '24 hours');
--> statement-breakpoint
-- ── Who asks is asked once a query, and not once a row ────────────────────────────────────────────
-- The policies say what they said before. In a subquery of its own Postgres answers it once, and knows that it says nothing about how many rows there are: with it in each row it took a hundred thousand files for one, and read tables from end to end.
DO $$
DECLARE
  one record;
  asked_once integer := 0;
  who CONSTANT text := '(foyer\.(is_staff|is_job|is_client|is_clinical|actor_id)\(\))';
BEGIN
  FOR one IN SELECT tablename, policyname, qual FROM pg_policies
    WHERE schemaname = 'public' AND 'foyer_app' = ANY (roles) AND qual ~ who AND qual !~* 'select foyer\.'
      AND tablename IN ('submission', 'answer', 'section_confirmation', 'flag', 'flag_event', 'flag_escalation', 'task',
        'appointment', 'waitlist_entry', 'name_index', 'signature', 'vault_key', 'clinician_time')
  LOOP
    EXECUTE format('ALTER POLICY %I ON %I USING (%s)', one.policyname, one.tablename,
      regexp_replace(one.qual, who, '(SELECT \1)', 'g'));
    asked_once := asked_once + 1;
  END LOOP;
  IF asked_once < 20 THEN RAISE EXCEPTION 'only % policies were found', asked_once; END IF;
END $$;
