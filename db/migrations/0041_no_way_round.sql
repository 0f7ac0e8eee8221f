-- What the app's verbs never do, its role can't do either: nobody puts themselves on a case, takes another's sign-in, or leaves the team without an admin.

-- ── Setting up a second step ──────────────────────────────────────────────────────────────────────
-- The sign-in a secret was shown in: whoever reads the same mail elsewhere is shown another one.
ALTER TABLE "staff_second_factor" ADD COLUMN "offered_to" uuid;
--> statement-breakpoint
-- ── Sign-ins and accounts ─────────────────────────────────────────────────────────────────────────
-- An admin ends a colleague's sign-ins by `foyer.end_sessions_of`, and changes nothing else of them.
DROP POLICY end_by_admin ON session;
--> statement-breakpoint
ALTER POLICY change ON account USING (foyer.has_role('admin') AND kind = 'staff') WITH CHECK (foyer.has_role('admin') AND kind = 'staff');
--> statement-breakpoint
CREATE FUNCTION foyer.keep_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND foyer.actor_kind() = 'staff'
    AND (NEW.id, NEW.kind, NEW.email_index, NEW.email, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.email_index, OLD.email, OLD.created_at)
  THEN RAISE EXCEPTION 'staff do not change whose an account is' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_account BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION foyer.keep_account();
--> statement-breakpoint
CREATE FUNCTION foyer.has_an_admin() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM staff_member m JOIN account a ON a.id = m.id WHERE 'admin' = ANY (m.roles) AND a.disabled_at IS NULL) $$;
--> statement-breakpoint
CREATE FUNCTION foyer.keep_an_admin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND NOT foyer.has_an_admin()
  THEN RAISE EXCEPTION 'somebody must stay admin' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_an_admin AFTER UPDATE OF roles ON staff_member FOR EACH ROW
  WHEN ('admin' = ANY (OLD.roles) AND NOT 'admin' = ANY (NEW.roles)) EXECUTE FUNCTION foyer.keep_an_admin();
--> statement-breakpoint
CREATE TRIGGER keep_an_admin AFTER UPDATE OF disabled_at ON account FOR EACH ROW
  WHEN (OLD.kind = 'staff' AND OLD.disabled_at IS NULL AND NEW.disabled_at IS NOT NULL) EXECUTE FUNCTION foyer.keep_an_admin();
--> statement-breakpoint
-- ── Whose case it is ──────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION foyer.keep_whose_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.assignee_id IS NULL THEN RETURN NEW; END IF;
  ELSIF (NEW.id, NEW.client_id, NEW.reference) IS NOT DISTINCT FROM (OLD.id, OLD.client_id, OLD.reference)
    AND (NEW.assignee_id IS NOT DISTINCT FROM OLD.assignee_id OR foyer.is_on_case(OLD.client_id))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'whose case it is, is for those on it to say' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_whose_case BEFORE INSERT OR UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION foyer.keep_whose_case();
--> statement-breakpoint
-- Whom the client meets is on the case: so a clinician who isn't doesn't book the client for themselves.
CREATE FUNCTION foyer.keep_off_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' OR NEW.status = 'cancelled' OR NOT foyer.is_clinical() OR NEW.clinician_id <> foyer.actor_id()
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status <> 'cancelled' AND (NEW.clinician_id, NEW.client_id) IS NOT DISTINCT FROM (OLD.clinician_id, OLD.client_id)
  THEN RETURN NEW; END IF;
  IF foyer.is_on_case(NEW.client_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'nobody books themselves onto a case' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_off_the_case BEFORE INSERT OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION foyer.keep_off_the_case();
--> statement-breakpoint
-- Broken now, and not for a day to come.
ALTER POLICY add ON glass_break WITH CHECK (foyer.is_clinical() AND staff_id = foyer.actor_id() AND seen_at IS NULL
  AND opened_at BETWEEN foyer.at() - interval '1 minute' AND foyer.at() + interval '1 minute');
--> statement-breakpoint
CREATE OR REPLACE FUNCTION foyer.is_on_case(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := foyer.actor_id();
BEGIN
  IF NOT foyer.is_clinical() THEN RETURN false; END IF;
  IF foyer.has_role('lead') THEN RETURN true; END IF;
  IF (SELECT s.assignee_id FROM submission s WHERE s.client_id = person ORDER BY s.created_at DESC, s.id DESC LIMIT 1) IS NULL
    THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM submission s WHERE s.client_id = person AND s.assignee_id = me)
    OR EXISTS (SELECT FROM appointment a WHERE a.client_id = person AND a.clinician_id = me AND a.status <> 'cancelled')
    OR EXISTS (SELECT FROM flag f WHERE f.client_id = person
      AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id
        AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt'))
      AND (EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id AND e.by_id = me AND e.kind IN ('acknowledged', 'taken-over'))
        OR (f.level <> 'amber' AND (
          EXISTS (SELECT FROM notice n WHERE n.about_id = f.id AND n.account_id = me AND n.kind LIKE 'flag-%')
          OR EXISTS (SELECT FROM flag_escalation x WHERE x.flag_id = f.id AND me = ANY (x.told))))))
    OR EXISTS (SELECT FROM glass_break g WHERE g.client_id = person AND g.staff_id = me
      AND g.opened_at <= foyer.at() + interval '1 minute' AND g.until > foyer.at());
END $$;
--> statement-breakpoint
-- What ends a case is about that case.
ALTER POLICY clinical_add ON submission_ending WITH CHECK (foyer.is_on_case(client_id) AND ended_by = foyer.actor_id()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = submission_ending.client_id));
--> statement-breakpoint
ALTER POLICY clinical_add ON decline_letter WITH CHECK (foyer.is_on_case(client_id) AND written_by = foyer.actor_id() AND read_at IS NULL
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = decline_letter.client_id));
