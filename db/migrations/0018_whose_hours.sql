-- Whose hours somebody may set: clinicians their own; the lead and admins everybody's, and where each is licensed; front desk time off and extra hours.
CREATE FUNCTION foyer.leads() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.has_role('lead') OR foyer.has_role('admin') $$;
--> statement-breakpoint
CREATE FUNCTION foyer.sets_hours_of(clinician uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.leads() OR (foyer.has_role('clinician') AND foyer.is_self(clinician)) $$;
--> statement-breakpoint
DROP POLICY manage ON clinician;
--> statement-breakpoint
DROP POLICY manage ON availability_rule;
--> statement-breakpoint
DROP POLICY manage ON availability_exception;
--> statement-breakpoint
REVOKE DELETE ON clinician FROM foyer_app;
--> statement-breakpoint
CREATE POLICY add ON clinician FOR INSERT TO foyer_app
  WITH CHECK (foyer.leads() OR (foyer.sets_hours_of(id) AND regions = '{}'));
--> statement-breakpoint
CREATE POLICY change ON clinician FOR UPDATE TO foyer_app
  USING (foyer.sets_hours_of(id)) WITH CHECK (foyer.sets_hours_of(id));
--> statement-breakpoint
CREATE POLICY set ON availability_rule TO foyer_app
  USING (foyer.sets_hours_of(clinician_id)) WITH CHECK (foyer.sets_hours_of(clinician_id));
--> statement-breakpoint
CREATE POLICY set ON availability_exception TO foyer_app
  USING (foyer.sets_hours_of(clinician_id) OR foyer.has_role('front-desk'))
  WITH CHECK (foyer.sets_hours_of(clinician_id) OR foyer.has_role('front-desk'));
--> statement-breakpoint
-- A policy sees one row at a time; that a clinician leaves their own licences alone takes the row before it, too.
CREATE FUNCTION foyer.keep_licences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.regions IS DISTINCT FROM OLD.regions AND foyer.actor_kind() <> '' AND NOT foyer.leads() THEN
    RAISE EXCEPTION 'licences are set by the lead or an admin' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_licences BEFORE UPDATE ON clinician FOR EACH ROW EXECUTE FUNCTION foyer.keep_licences();
--> statement-breakpoint
DELETE FROM availability_exception a USING availability_exception b
  WHERE a.id > b.id AND (a.clinician_id, a.on_date, a.kind) = (b.clinician_id, b.on_date, b.kind)
    AND (a.starts_local, a.ends_local) IS NOT DISTINCT FROM (b.starts_local, b.ends_local);
--> statement-breakpoint
-- The same form sent twice puts a day in once.
ALTER TABLE "availability_exception" ADD CONSTRAINT "availability_exception_once" UNIQUE NULLS NOT DISTINCT("clinician_id","on_date","kind","starts_local","ends_local");
--> statement-breakpoint
CREATE INDEX "availability_rule_clinician" ON "availability_rule" USING btree ("clinician_id");
--> statement-breakpoint
ALTER TABLE availability_rule
  ADD CONSTRAINT availability_rule_weekday CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT availability_rule_forward CHECK (starts_local < ends_local AND effective_from <= effective_until);
--> statement-breakpoint
ALTER TABLE availability_exception
  ADD CONSTRAINT availability_exception_forward CHECK (starts_local < ends_local),
  ADD CONSTRAINT availability_exception_whole CHECK ((starts_local IS NULL) = (ends_local IS NULL));
--> statement-breakpoint
ALTER TABLE clinician ADD CONSTRAINT clinician_minutes CHECK (
  session_minutes > 0 AND buffer_before_minutes >= 0 AND buffer_after_minutes >= 0
  AND notice_hours >= 0 AND horizon_days > 0 AND daily_maximum > 0);
