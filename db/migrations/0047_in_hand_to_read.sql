-- Whoever takes a danger sign in hand reads its file and decides nothing of the case; and a clinician changes the appointments of their own cases.

CREATE OR REPLACE FUNCTION foyer.acts_on_case(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := foyer.actor_id();
BEGIN
  IF NOT foyer.is_clinical() THEN RETURN false; END IF;
  IF foyer.has_role('lead') THEN RETURN true; END IF;
  IF (SELECT s.assignee_id FROM submission s WHERE s.client_id = person ORDER BY s.created_at DESC, s.id DESC LIMIT 1) IS NULL
    THEN RETURN true; END IF;
  RETURN EXISTS (SELECT FROM submission s WHERE s.client_id = person AND s.assignee_id = me)
    OR EXISTS (SELECT FROM appointment a WHERE a.client_id = person AND a.clinician_id = me AND a.status <> 'cancelled')
    OR EXISTS (SELECT FROM flag f WHERE f.client_id = person AND f.level <> 'amber'
      AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id
        AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt'))
      AND (EXISTS (SELECT FROM notice n WHERE n.about_id = f.id AND n.account_id = me AND n.kind LIKE 'flag-%')
        OR EXISTS (SELECT FROM flag_escalation x WHERE x.flag_id = f.id AND me = ANY (x.told))));
END $$;
--> statement-breakpoint
-- Who reads: whoever acts on it; whoever broke the glass, while that lasts; and in whose hands an open flag is.
CREATE OR REPLACE FUNCTION foyer.is_on_case(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE me uuid := foyer.actor_id();
BEGIN
  IF foyer.acts_on_case(person) THEN RETURN true; END IF;
  IF NOT foyer.is_clinical() THEN RETURN false; END IF;
  RETURN EXISTS (SELECT FROM glass_break g WHERE g.client_id = person AND g.staff_id = me
      AND g.opened_at <= foyer.at() + interval '1 minute' AND g.until > foyer.at())
    OR EXISTS (SELECT FROM flag f WHERE f.client_id = person
      AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id
        AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt'))
      AND (SELECT e.by_id FROM flag_event e WHERE e.flag_id = f.id AND e.kind IN ('acknowledged', 'taken-over')
        ORDER BY e.at DESC, e.id DESC LIMIT 1) = me);
END $$;
--> statement-breakpoint
-- Front desk changes every appointment, a clinician those of the cases they act on; and front desk or not, nobody who
-- doesn't act on a case books themselves onto it.
CREATE OR REPLACE FUNCTION foyer.keep_off_the_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' OR NOT foyer.is_clinical() THEN RETURN NEW; END IF;
  IF foyer.has_role('front-desk') AND (NEW.status = 'cancelled' OR NEW.clinician_id <> foyer.actor_id()
    OR (TG_OP = 'UPDATE' AND OLD.status <> 'cancelled'
      AND (NEW.clinician_id, NEW.client_id) IS NOT DISTINCT FROM (OLD.clinician_id, OLD.client_id)))
  THEN RETURN NEW; END IF;
  IF foyer.acts_on_case(NEW.client_id) AND (TG_OP = 'INSERT' OR NEW.client_id = OLD.client_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'appointments are for those on the case and the front desk to change' USING ERRCODE = 'insufficient_privilege';
END $$;
