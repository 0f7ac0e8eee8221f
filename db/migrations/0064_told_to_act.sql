-- Whoever is told that a danger sign waits acts on its case; whoever is told that a colleague took it over does not.
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
      AND (EXISTS (SELECT FROM notice n WHERE n.about_id = f.id AND n.account_id = me AND n.kind IN ('flag-raised', 'flag-late'))
        OR EXISTS (SELECT FROM flag_escalation x WHERE x.flag_id = f.id AND me = ANY (x.told))));
END $$;
