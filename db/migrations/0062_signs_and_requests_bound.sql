-- What is done about a danger sign, and what is asked for, is about the one it stands on: by whoever may read it, in its order, and once closed no more.

-- How far a danger sign of this client's is: `new`, `seen` by somebody, or `closed`; null where it is no sign of theirs.
CREATE FUNCTION foyer.sign_standing(sign uuid, person uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN NOT foyer.is_clinical() THEN NULL
    WHEN EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id AND e.kind NOT IN ('acknowledged', 'taken-over', 'attempt')) THEN 'closed'
    WHEN EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id) THEN 'seen' ELSE 'new' END
  FROM flag f WHERE f.id = sign AND f.client_id = person $$;
--> statement-breakpoint
ALTER POLICY clinical_add ON flag_event WITH CHECK (
  foyer.is_clinical() AND by_id = foyer.actor_id() AND foyer.is_now(at)
  -- Taking it in hand comes first, and any clinician may; by that they read its file.
  AND (kind IN ('acknowledged', 'taken-over') OR foyer.is_on_case(client_id))
  AND foyer.sign_standing(flag_id, client_id) = CASE WHEN kind = 'acknowledged' THEN 'new' ELSE 'seen' END);
--> statement-breakpoint
-- A request for a code is deleted by the sweep alone.
DROP POLICY bearer ON sign_in_request;
--> statement-breakpoint
CREATE POLICY bearer ON sign_in_request FOR SELECT TO foyer_app USING (foyer.bearer() IN (email_index, browser_hash, ticket_hash));
--> statement-breakpoint
CREATE POLICY bearer_ask ON sign_in_request FOR INSERT TO foyer_app
  WITH CHECK (foyer.bearer() IN (email_index, browser_hash, ticket_hash) AND tries = 0
    AND num_nonnulls(ended_at, ticket_hash, ticket_expires_at, proved_by) = 0);
--> statement-breakpoint
CREATE POLICY bearer_use ON sign_in_request FOR UPDATE TO foyer_app
  USING (foyer.bearer() IN (email_index, browser_hash, ticket_hash))
  WITH CHECK (foyer.bearer() IN (email_index, browser_hash, ticket_hash));
--> statement-breakpoint
ALTER POLICY clinical_add ON information_request WITH CHECK (asked_by = foyer.actor_id() AND foyer.acts_on_case(client_id)
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND s.client_id = information_request.client_id));
