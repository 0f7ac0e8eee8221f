-- A file opened with a reason is read, noted on and its danger signs are seen to; whoever opened it decides nothing of the case.

CREATE FUNCTION foyer.acts_on_case(person uuid) RETURNS boolean
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
          OR EXISTS (SELECT FROM flag_escalation x WHERE x.flag_id = f.id AND me = ANY (x.told))))));
END $$;
--> statement-breakpoint
-- Who reads: whoever acts on it, and whoever broke the glass, while that lasts.
CREATE OR REPLACE FUNCTION foyer.is_on_case(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF foyer.acts_on_case(person) THEN RETURN true; END IF;
  RETURN foyer.is_clinical() AND EXISTS (SELECT FROM glass_break g WHERE g.client_id = person AND g.staff_id = foyer.actor_id()
    AND g.opened_at <= foyer.at() + interval '1 minute' AND g.until > foyer.at());
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION foyer.keep_to_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.status = 'draft' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM foyer.status_changes() t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status
      AND ((t.who = 'client' AND foyer.is_client()) OR (t.who = 'clinical' AND foyer.acts_on_case(NEW.client_id))
        OR (t.who = 'lead' AND foyer.has_role('lead'))))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a submission cannot become % this way', NEW.status USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION foyer.keep_whose_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.assignee_id IS NULL THEN RETURN NEW; END IF;
  ELSIF (NEW.id, NEW.client_id, NEW.reference) IS NOT DISTINCT FROM (OLD.id, OLD.client_id, OLD.reference)
    AND (NEW.assignee_id IS NOT DISTINCT FROM OLD.assignee_id OR foyer.acts_on_case(OLD.client_id))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'whose case it is, is for those on it to say' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION foyer.keep_off_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' OR NEW.status = 'cancelled' OR NOT foyer.is_clinical() OR NEW.clinician_id <> foyer.actor_id()
  THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status <> 'cancelled' AND (NEW.clinician_id, NEW.client_id) IS NOT DISTINCT FROM (OLD.clinician_id, OLD.client_id)
  THEN RETURN NEW; END IF;
  IF foyer.acts_on_case(NEW.client_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'nobody books themselves onto a case' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
ALTER POLICY clinical_add ON submission_ending WITH CHECK (foyer.acts_on_case(client_id) AND ended_by = foyer.actor_id()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = submission_ending.client_id));
--> statement-breakpoint
ALTER POLICY clinical_add ON decline_letter WITH CHECK (foyer.acts_on_case(client_id) AND written_by = foyer.actor_id() AND read_at IS NULL
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = decline_letter.client_id));
--> statement-breakpoint
ALTER POLICY clinical_add ON information_request WITH CHECK (asked_by = foyer.actor_id() AND foyer.acts_on_case(client_id));
--> statement-breakpoint
ALTER POLICY clinical_end ON information_request
  USING (ended_at IS NULL AND foyer.acts_on_case(client_id))
  WITH CHECK (ended_by = 'staff' AND foyer.acts_on_case(client_id));
--> statement-breakpoint
ALTER POLICY staff_add ON site_message WITH CHECK (
  foyer.is_staff() AND written_by = foyer.actor_id() AND read_at IS NULL
  AND (audience = 'all-staff' OR foyer.acts_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY clinical_add ON estimate_diagnosis WITH CHECK (
  foyer.acts_on_case(client_id) AND EXISTS (SELECT FROM estimate e
    WHERE e.id = estimate_id AND e.client_id = estimate_diagnosis.client_id AND e.given_by = foyer.actor_id()));
