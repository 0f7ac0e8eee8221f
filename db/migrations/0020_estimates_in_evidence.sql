-- Whoever verifies an estimate verifies its diagnosis code too: the one job that writes evidence may open it.
CREATE POLICY evidence ON estimate_diagnosis FOR SELECT TO foyer_app
  USING (foyer.is_job() AND current_setting('foyer.secret', true) = 'evidence');
