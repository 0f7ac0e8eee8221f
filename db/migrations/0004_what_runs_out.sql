-- The jobs that delete what has run out must be able to find it: a DELETE sees no row that its role may not read.
CREATE POLICY sweep_read ON session FOR SELECT TO foyer_app USING (foyer.is_job());
--> statement-breakpoint
CREATE POLICY sweep ON name_index FOR DELETE TO foyer_app USING (foyer.is_job());
