-- A submission's status changes by the table of lib/review/status.ts and in no other way, whatever the app's code does; a test holds the two equal.
CREATE FUNCTION foyer.status_changes() RETURNS TABLE (from_status text, to_status text, who text) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    ('draft', 'submitted', 'client'),
    ('submitted', 'in-review', 'clinical'),
    ('in-review', 'information-wanted', 'clinical'),
    ('information-wanted', 'in-review', 'client'),
    ('information-wanted', 'in-review', 'clinical'),
    ('in-review', 'accepted', 'clinical'),
    ('in-review', 'declined', 'clinical'),
    ('accepted', 'assigned', 'clinical'),
    ('assigned', 'closed', 'clinical') $$;

-- The owner, who migrates and repairs, is not held by it.
CREATE FUNCTION foyer.keep_to_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.status = 'draft' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM foyer.status_changes() t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status
      AND ((t.who = 'client' AND foyer.is_client()) OR (t.who = 'clinical' AND foyer.is_clinical())))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a submission cannot become % this way', NEW.status USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER status_by_the_table BEFORE INSERT OR UPDATE OF status ON submission
  FOR EACH ROW EXECUTE FUNCTION foyer.keep_to_the_table();
