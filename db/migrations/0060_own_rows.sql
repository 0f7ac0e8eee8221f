-- What somebody writes is about themselves: who is told, what falls to staff, whose answer, whose appointment; and nobody keeps a draft about somebody who is gone.

-- ── Who is told ───────────────────────────────────────────────────────────────────────────────────
-- Whoever asks for a code tells the address they typed; a client tells themselves, and staff of a danger sign of theirs; who
-- came by mail alone tells themselves that somebody tried. It may be for nobody: then it gives up loudly.
ALTER POLICY add ON notice WITH CHECK (CASE foyer.actor_kind()
  WHEN 'job' THEN true
  WHEN 'bearer' THEN kind = 'sign-in' AND account_id IS NULL
  WHEN 'client' THEN CASE
    WHEN kind = 'flag-raised' THEN EXISTS (SELECT FROM flag f WHERE f.id = about_id AND f.client_id = foyer.actor_id())
      AND (account_id IS NULL OR EXISTS (SELECT FROM staff_member s WHERE s.id = account_id))
    ELSE account_id = foyer.actor_id() AND kind !~ '^(flag|staff|team|glass|given|going)-' END
  WHEN 'staff' THEN CASE
    WHEN foyer.is_staff() THEN NOT (kind LIKE 'flag-%' AND account_id = foyer.actor_id())
    ELSE account_id = foyer.actor_id() AND kind LIKE 'staff-sign-in-%' END
  ELSE false END);
--> statement-breakpoint
-- ── What falls to staff ───────────────────────────────────────────────────────────────────────────
ALTER POLICY add ON task WITH CHECK (foyer.is_staff() OR foyer.is_job()
  OR (foyer.is_client() AND client_id = foyer.actor_id() AND done_at IS NULL AND done_by IS NULL));
--> statement-breakpoint
-- ── Whose record ──────────────────────────────────────────────────────────────────────────────────
-- Who came in by themselves writes in their own chain.
ALTER POLICY add ON audit_event WITH CHECK (CASE
  WHEN foyer.actor_kind() IN ('client', 'first-step') THEN subject = foyer.actor_id()::text
  ELSE foyer.is_someone() END);
--> statement-breakpoint
-- ── Whose answers ─────────────────────────────────────────────────────────────────────────────────
ALTER POLICY own_add ON answer WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = foyer.actor_id()));
--> statement-breakpoint
ALTER POLICY own_add ON flag WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = foyer.actor_id()));
--> statement-breakpoint
ALTER POLICY own ON section_confirmation WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = foyer.actor_id()));
--> statement-breakpoint
-- When forms were sent, and in which version, is settled by sending them.
CREATE FUNCTION foyer.keep_as_sent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND (NEW.submitted_at, NEW.definition_version) IS DISTINCT FROM (OLD.submitted_at, OLD.definition_version)
    AND NOT (foyer.is_client() AND OLD.status = 'draft' AND NEW.status = 'submitted' AND foyer.is_now(NEW.submitted_at))
  THEN RAISE EXCEPTION 'when forms were sent is settled by sending them' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_as_sent BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION foyer.keep_as_sent();
--> statement-breakpoint
-- ── Whose appointment ─────────────────────────────────────────────────────────────────────────────
-- A client books, moves and cancels; whether they came is for staff to say, and what is cancelled stays so. It takes a time
-- that is that clinician's.
CREATE FUNCTION foyer.keep_own_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' OR NEW.time_id <> OLD.time_id OR NEW.clinician_id <> OLD.clinician_id)
    AND NOT EXISTS (SELECT FROM clinician_time t WHERE t.id = NEW.time_id AND t.clinician_id = NEW.clinician_id AND t.kind = 'appointment')
  THEN RAISE EXCEPTION 'an appointment takes a time of its clinician' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF foyer.is_client() AND ((TG_OP = 'INSERT' AND NEW.status <> 'booked')
    OR (TG_OP = 'UPDATE' AND (OLD.status <> 'booked' OR NEW.status NOT IN ('booked', 'cancelled'))))
  THEN RAISE EXCEPTION 'a client books, moves and cancels what is booked' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_own_appointment BEFORE INSERT OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION foyer.keep_own_appointment();
--> statement-breakpoint
-- ── A draft about somebody ────────────────────────────────────────────────────────────────────────
-- The key of a form about somebody names the reference of their forms or of an appointment of theirs. Whoever is gone is
-- written about no more, from a page that is still open either. Who deletes and who writes take turns: what was written first is deleted with
-- them (`foyer.drop_written_about`), what comes after is not kept.
CREATE FUNCTION foyer.keep_written_about() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE named text := substring(upper(NEW.form) FROM 'STAFF/(?:SUBMISSIONS|FLAGS|ESTIMATES|RECOVERIES/START|APPOINTMENTS(?:/BOOK)?)/([0-9A-HJKMNP-TV-Z]{10})(?:/|$)');
BEGIN
  IF named IS NULL THEN RETURN NEW; END IF;
  PERFORM FROM submission WHERE reference = named FOR KEY SHARE;
  IF FOUND THEN RETURN NEW; END IF;
  PERFORM FROM appointment WHERE reference = named FOR KEY SHARE;
  IF FOUND THEN RETURN NEW; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_written_about BEFORE INSERT OR UPDATE ON form_draft FOR EACH ROW EXECUTE FUNCTION foyer.keep_written_about();
