-- What a task is, whose, and by when, is bound for clients too; whether somebody is not for us is theirs to say by their answers; and nobody of staff makes themselves one whom a danger sign was told to.

CREATE OR REPLACE FUNCTION foyer.keep_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' OR foyer.is_job() THEN RETURN NEW; END IF;
  IF (NEW.id, NEW.kind, NEW.client_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.client_id, OLD.created_at)
    OR (OLD.done_at IS NOT NULL AND NEW IS DISTINCT FROM OLD)
    OR (NEW.done_by IS NOT NULL AND NEW.done_by IS DISTINCT FROM foyer.actor_id())
  THEN RAISE EXCEPTION 'a task is done by who does it, and stays what it was' USING ERRCODE = 'insufficient_privilege'; END IF;
  -- It is about the newest withdrawal, and by when an estimate is owed follows the appointment; all else stands.
  IF (NEW.about_id IS DISTINCT FROM OLD.about_id AND NOT (foyer.is_client() AND NEW.kind = 'withdrawal'))
    OR (NEW.due_at IS DISTINCT FROM OLD.due_at AND NEW.kind <> 'estimate')
    OR (NEW.done_by IS NOT NULL AND NOT foyer.is_staff())
  THEN RAISE EXCEPTION 'a task stays what it was' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION foyer.keep_not_for_us() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND foyer.actor_kind() = 'staff' AND NEW.not_for_us_at IS DISTINCT FROM OLD.not_for_us_at
  THEN RAISE EXCEPTION 'whether somebody is not for us follows from their answers' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_not_for_us BEFORE UPDATE OF not_for_us_at ON submission FOR EACH ROW EXECUTE FUNCTION foyer.keep_not_for_us();
--> statement-breakpoint
ALTER POLICY add ON notice WITH CHECK (
  foyer.is_someone() AND NOT (kind LIKE 'flag-%' AND foyer.actor_kind() = 'staff' AND account_id = foyer.actor_id()));
