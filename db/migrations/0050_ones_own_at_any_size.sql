-- What stands behind a choice of the queue is counted from indexes alone, and what is one's own, or booked and not sent, is found from the few appointments it hangs on.

-- ── What the client of an appointment has on file: nothing that is open, something not sent yet, or an open file ──
-- It follows from their submissions, and is kept beside it by the database alone: so the few of today are found without reading those of all the years.
ALTER TABLE "appointment" ADD COLUMN "file" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_file" CHECK (file in ('none', 'unsent', 'open'));
--> statement-breakpoint
-- Whatever somebody says, it becomes what it is. Their row is held meanwhile, as everybody holds it who books: no file begins or ends unseen.
CREATE FUNCTION foyer.keep_file_of_appointment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM client c WHERE c.id = NEW.client_id FOR NO KEY UPDATE;
  NEW.file := coalesce((SELECT CASE s.status WHEN 'draft' THEN 'unsent' ELSE 'open' END FROM submission s
    WHERE s.client_id = NEW.client_id AND s.status NOT IN ('declined', 'closed')), 'none');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_file BEFORE INSERT OR UPDATE OF client_id, file ON appointment FOR EACH ROW EXECUTE FUNCTION foyer.keep_file_of_appointment();
--> statement-breakpoint
CREATE FUNCTION foyer.keep_file_of_appointments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE person uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.client_id ELSE NEW.client_id END;
BEGIN
  PERFORM FROM client c WHERE c.id = person FOR NO KEY UPDATE;
  UPDATE appointment SET file = file WHERE client_id = person;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_file_of_appointments AFTER INSERT OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION foyer.keep_file_of_appointments();
--> statement-breakpoint
CREATE TRIGGER keep_file_as_it_stands AFTER UPDATE OF status ON submission FOR EACH ROW
  WHEN ((OLD.status = 'draft') <> (NEW.status = 'draft') OR (OLD.status IN ('declined', 'closed')) <> (NEW.status IN ('declined', 'closed')))
  EXECUTE FUNCTION foyer.keep_file_of_appointments();
--> statement-breakpoint
DO $$
DECLARE meant integer; kept integer;
BEGIN
  SELECT count(*) INTO meant FROM appointment;
  UPDATE appointment SET file = file;
  GET DIAGNOSTICS kept = ROW_COUNT;
  IF kept <> meant THEN RAISE EXCEPTION '% of % appointments were brought up to date', kept, meant; END IF;
END $$;
--> statement-breakpoint
-- The client stands in each, because the policies ask for it: so no row need be fetched only to be counted.
CREATE INDEX "appointment_in_hand" ON "appointment" USING btree ("clinician_id", "file", "client_id") WHERE file <> 'none' and status <> 'cancelled';--> statement-breakpoint
CREATE INDEX "appointment_of_unsent" ON "appointment" USING btree ("client_id") WHERE file = 'unsent' and status <> 'cancelled';--> statement-breakpoint
CREATE INDEX "submission_open_counted" ON "submission" USING btree ("status", "assignee_id", "client_id")
  WHERE status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned');--> statement-breakpoint
-- Who may read an answer that is not sent asks whether it raised a flag: that is looked up, and not looked for among all flags of all the years.
CREATE INDEX "flag_answer" ON "flag" USING btree ("answer_id");
