-- A recovery takes two members of staff and the client; wrong tries at a PIN are shown to its owner. Told to Postgres as well.
ALTER TABLE "address_change" ADD COLUMN "agreed_by" uuid;--> statement-breakpoint
ALTER TABLE "address_change" ADD COLUMN "agreed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "client_pin" ADD COLUMN "given_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "wrong_here" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "wrong_elsewhere" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "wrong_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_agreed_by_staff_member_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_agreed" CHECK (
  (agreed_by IS NULL) = (agreed_at IS NULL) AND (agreed_by IS NULL OR by = 'recovery'));
--> statement-breakpoint
-- Of those that were done before it took two, none is looked at again.
ALTER TABLE "address_change" ADD CONSTRAINT "address_change_by_two" CHECK (
  by <> 'recovery' OR done_at IS NULL OR agreed_at IS NOT NULL) NOT VALID;
--> statement-breakpoint
GRANT UPDATE (agreed_by, agreed_at) ON address_change TO foyer_app;
--> statement-breakpoint
-- How many members of staff there are who could act: let in, with a second factor, and with a role.
CREATE FUNCTION foyer.active_staff() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM staff_member s JOIN account a ON a.id = s.id JOIN staff_second_factor f ON f.staff_id = s.id
  WHERE a.disabled_at IS NULL AND f.enrolled_at IS NOT NULL AND cardinality(s.roles) > 0 $$;
--> statement-breakpoint
-- Whoever agrees does so in their own name, once, and did not start it; alone in the clinic they do after a day.
CREATE FUNCTION foyer.another_agrees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.agreed_by, NEW.agreed_at) IS NOT DISTINCT FROM (OLD.agreed_by, OLD.agreed_at) THEN RETURN NEW; END IF;
  IF OLD.agreed_by IS NOT NULL OR OLD.done_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL
    OR NOT foyer.is_staff() OR NEW.agreed_by IS DISTINCT FROM foyer.actor_id()
    OR (NEW.agreed_by = OLD.started_by
      AND (foyer.active_staff() > 1 OR NEW.agreed_at < OLD.asked_at + interval '24 hours'))
  THEN RAISE EXCEPTION 'a recovery is agreed to by another member of staff' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER another_agrees BEFORE UPDATE ON address_change FOR EACH ROW EXECUTE FUNCTION foyer.another_agrees();
--> statement-breakpoint
-- Any colleague may look at a recovery and agree to it, or end it; front desk, leads and admins start one.
ALTER POLICY desk ON address_change USING (by = 'recovery' AND foyer.is_staff());
--> statement-breakpoint
ALTER POLICY desk_add ON address_change WITH CHECK (
  by = 'recovery' AND (foyer.has_role('front-desk') OR foyer.has_role('lead') OR foyer.has_role('admin'))
  AND started_by = foyer.actor_id() AND agreed_by IS NULL AND done_at IS NULL
  AND EXISTS (SELECT FROM account a WHERE a.id = account_id AND a.kind = 'client' AND a.disabled_at IS NULL));
--> statement-breakpoint
ALTER POLICY desk_change ON address_change USING (by = 'recovery' AND foyer.is_staff());
--> statement-breakpoint
ALTER POLICY new_address ON account
  WITH CHECK (foyer.is_client() AND id = foyer.actor_id() AND kind = 'client' AND disabled_at IS NULL AND EXISTS (
    SELECT FROM address_change c
    WHERE c.account_id = account.id AND c.new_email_index = account.email_index
      AND c.done_at IS NULL AND c.cancelled_at IS NULL AND (c.by = 'self' OR c.agreed_at IS NOT NULL)));
--> statement-breakpoint
-- Trying a key counts tries and says when it was right; only its owner, fully known, may put another in its place.
CREATE OR REPLACE FUNCTION foyer.keep_the_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF foyer.actor_kind() = 'first-step'
    AND (to_jsonb(NEW) - ARRAY['wrong_in_a_row', 'shut_at', 'given_at', 'counter', 'last_used_at'])
      IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['wrong_in_a_row', 'shut_at', 'given_at', 'counter', 'last_used_at'])
  THEN RAISE EXCEPTION 'a second key is changed only by its owner' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
