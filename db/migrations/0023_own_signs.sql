-- How each danger sign of one's own stands: whether somebody has seen it, and whether it is closed; nothing of what was written about it.
CREATE FUNCTION foyer.own_flag_states() RETURNS TABLE (flag_id uuid, seen boolean, closed boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT f.id, count(e.id) > 0, count(e.id) FILTER (WHERE e.kind <> 'acknowledged') > 0
  FROM flag f LEFT JOIN flag_event e ON e.flag_id = f.id
  WHERE foyer.is_client() AND f.client_id = foyer.actor_id()
  GROUP BY f.id $$;
