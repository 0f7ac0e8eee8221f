-- How a member of staff gets in, and what a clinician wrote down, is bound by the database too: not by the app's verbs alone.

-- ── The app that gives the second step ────────────────────────────────────────────────────────────
-- Whoever came by mail alone sets one up where none is, in the sign-in that was shown its secret, and from then on spends
-- codes and nothing else. A spent code is never good again.
CREATE FUNCTION foyer.keep_second_factor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.enrolled_at IS NULL AND NEW.next_secret IS NULL THEN RETURN NEW; END IF;
  ELSIF NEW.staff_id = OLD.staff_id AND OLD.enrolled_at IS NULL THEN
    IF NEW.enrolled_at IS NULL OR (NEW.totp_secret = OLD.totp_secret
      AND NEW.offered_to IS NOT DISTINCT FROM nullif(current_setting('foyer.session', true), '')::uuid)
    THEN RETURN NEW; END IF;
  ELSIF NEW.staff_id = OLD.staff_id AND NEW.enrolled_at IS NOT NULL THEN
    IF NEW.totp_secret = OLD.totp_secret THEN
      IF NEW.last_step >= OLD.last_step AND NEW.enrolled_at = OLD.enrolled_at
        AND (foyer.is_staff() OR NEW.next_secret IS NOT DISTINCT FROM OLD.next_secret)
      THEN RETURN NEW; END IF;
    -- Another app: by who gave the second step, and only one that was being set up.
    ELSIF foyer.is_staff() AND OLD.next_secret IS NOT NULL AND NEW.next_secret IS NULL THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a second step is set up and changed by its owner alone' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_second_factor BEFORE INSERT OR UPDATE ON staff_second_factor FOR EACH ROW EXECUTE FUNCTION foyer.keep_second_factor();
--> statement-breakpoint
-- ── Recovery codes ────────────────────────────────────────────────────────────────────────────────
-- Spent, and never whole again. New ones are made by who gave the second step, or sets it up just now.
REVOKE UPDATE ON recovery_code FROM foyer_app;
--> statement-breakpoint
GRANT UPDATE (used_at) ON recovery_code TO foyer_app;
--> statement-breakpoint
CREATE FUNCTION foyer.may_make_codes(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT foyer.actor_kind() = 'staff' AND foyer.is_self(person) AND (foyer.is_staff() OR EXISTS (SELECT FROM staff_second_factor f
    WHERE f.staff_id = person AND f.enrolled_at > foyer.at() - interval '1 minute')) $$;
--> statement-breakpoint
DROP POLICY own ON recovery_code;
--> statement-breakpoint
CREATE POLICY own ON recovery_code FOR SELECT TO foyer_app USING (foyer.actor_kind() = 'staff' AND foyer.is_self(staff_id));
--> statement-breakpoint
CREATE POLICY own_spend ON recovery_code FOR UPDATE TO foyer_app
  USING (foyer.actor_kind() = 'staff' AND foyer.is_self(staff_id) AND used_at IS NULL) WITH CHECK (foyer.is_self(staff_id) AND used_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY own_make ON recovery_code FOR INSERT TO foyer_app WITH CHECK (foyer.may_make_codes(staff_id) AND used_at IS NULL);
--> statement-breakpoint
CREATE POLICY own_replace ON recovery_code FOR DELETE TO foyer_app USING (foyer.may_make_codes(staff_id));
--> statement-breakpoint
-- ── Clinical notes ────────────────────────────────────────────────────────────────────────────────
-- Written now, and each revision after the one before it.
ALTER POLICY add ON clinical_note WITH CHECK (
  foyer.is_on_case(client_id) AND written_by = foyer.actor_id()
  AND written_at BETWEEN foyer.at() - interval '1 minute' AND foyer.at() + interval '1 minute'
  AND (revision = 1 OR EXISTS (SELECT FROM clinical_note before
    WHERE before.note_id = clinical_note.note_id AND before.revision = clinical_note.revision - 1
      AND before.client_id = clinical_note.client_id AND before.written_by = foyer.actor_id())));
--> statement-breakpoint
-- ── What falls to staff ───────────────────────────────────────────────────────────────────────────
-- Done by whoever does it, once; what it is about, and whose, stays.
CREATE FUNCTION foyer.keep_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND foyer.actor_kind() = 'staff'
    AND ((NEW.id, NEW.kind, NEW.client_id, NEW.about_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.client_id, OLD.about_id, OLD.created_at)
      OR (OLD.done_at IS NOT NULL AND NEW IS DISTINCT FROM OLD)
      OR (NEW.done_by IS NOT NULL AND NEW.done_by IS DISTINCT FROM foyer.actor_id()))
  THEN RAISE EXCEPTION 'a task is done by who does it, and stays what it was' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_task BEFORE UPDATE ON task FOR EACH ROW EXECUTE FUNCTION foyer.keep_task();
