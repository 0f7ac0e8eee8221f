-- Whether staff have seen to a flag of the client's own: so that the same sign, given again meanwhile, is the same alarm.
CREATE FUNCTION foyer.is_seen(of_flag uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM flag_event e JOIN flag f ON f.id = e.flag_id
    WHERE f.id = of_flag AND foyer.is_client() AND f.client_id = foyer.actor_id()) $$;
