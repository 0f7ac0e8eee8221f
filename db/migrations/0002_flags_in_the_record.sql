-- Front desk sees no danger sign, and so none of its lines in the record; whoever keeps the record (an admin) sees all of it.
ALTER POLICY read ON audit_event USING (
  foyer.is_job()
  OR (foyer.is_staff() AND (event NOT LIKE 'flag.%' OR foyer.is_clinical() OR foyer.has_role('admin'))));
