-- Whoever presents a session's token learns in one answer what it opens: the session, whose it is, and what staff are here.

-- It takes nothing: the token is the actor's own secret, and everybody else is given nothing. Of somebody disabled, and of
-- a session that was ended, there is nothing to tell. Roles count only once the second factor was given in it.
CREATE FUNCTION foyer.session_presented() RETURNS TABLE (
  id uuid, account_id uuid, kind text, created_at timestamp (3) with time zone, signed_in_by text,
  second_factor_at timestamp (3) with time zone, second_key_by text, last_seen_at timestamp (3) with time zone,
  expires_at timestamp (3) with time zone, has_second_key boolean, name text, roles text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.account_id, a.kind, s.created_at, s.signed_in_by, s.second_factor_at, s.second_key_by, s.last_seen_at, s.expires_at,
    EXISTS (SELECT FROM client_pin p WHERE p.client_id = a.id) OR EXISTS (SELECT FROM client_passkey k WHERE k.client_id = a.id),
    m.name, CASE WHEN s.second_factor_at IS NOT NULL THEN m.roles END
  FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN staff_member m ON m.id = a.id
  WHERE s.token_hash = foyer.bearer() AND s.ended_at IS NULL AND a.disabled_at IS NULL $$;
