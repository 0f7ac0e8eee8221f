-- The verifier, a job, reads the newest link of each chain: without it a chain cut short looks whole.
GRANT SELECT ON audit_head TO foyer_app;
CREATE POLICY verify ON audit_head FOR SELECT TO foyer_app USING (foyer.is_job());
