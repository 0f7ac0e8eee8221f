-- Who works here, and how they get in: a reference for each, until when somebody may set up their second step, passkeys of
-- their own; and what an admin may see and do of it, which is never a secret.
ALTER TABLE "staff_member" ADD COLUMN "reference" text DEFAULT foyer.new_reference() NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_reference_unique" UNIQUE("reference");--> statement-breakpoint
ALTER TABLE "staff_member" ADD COLUMN "enrol_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff_second_factor" ADD COLUMN "next_secret" text;--> statement-breakpoint
CREATE TABLE "staff_passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"label" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "staff_passkey_reference_unique" UNIQUE("reference"),
	CONSTRAINT "staff_passkey_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
ALTER TABLE "staff_passkey" ADD CONSTRAINT "staff_passkey_staff_id_staff_member_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "staff_passkey_staff" ON "staff_passkey" USING btree ("staff_id");
--> statement-breakpoint
ALTER TABLE staff_passkey ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE staff_passkey FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner_all ON staff_passkey TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Giving one counts its use; only who has given a second step already may add one, or take one away.
GRANT SELECT, INSERT, DELETE, UPDATE (counter, last_used_at) ON staff_passkey TO foyer_app;
--> statement-breakpoint
CREATE POLICY own ON staff_passkey FOR SELECT TO foyer_app USING (foyer.actor_kind() = 'staff' AND foyer.is_self(staff_id));
--> statement-breakpoint
CREATE POLICY own_count ON staff_passkey FOR UPDATE TO foyer_app USING (foyer.actor_kind() = 'staff' AND foyer.is_self(staff_id));
--> statement-breakpoint
CREATE POLICY own_add ON staff_passkey FOR INSERT TO foyer_app WITH CHECK (foyer.is_staff() AND foyer.is_self(staff_id));
--> statement-breakpoint
CREATE POLICY own_remove ON staff_passkey FOR DELETE TO foyer_app USING (foyer.is_staff() AND foyer.is_self(staff_id));
--> statement-breakpoint
-- New recovery codes take the place of the old ones.
GRANT DELETE ON recovery_code TO foyer_app;
--> statement-breakpoint
-- What leads and admins see of everybody's way in: that there is one, and when it was last used.
CREATE FUNCTION foyer.team() RETURNS TABLE (
  id uuid, disabled_at timestamptz, app boolean, passkeys integer, codes integer, signed_in_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, a.disabled_at, f.enrolled_at IS NOT NULL,
    (SELECT count(*)::integer FROM staff_passkey k WHERE k.staff_id = s.id),
    (SELECT count(*)::integer FROM recovery_code c WHERE c.staff_id = s.id AND c.used_at IS NULL),
    (SELECT e.at FROM audit_event e WHERE e.subject = s.id::text AND e.event = 'session.begun' ORDER BY e.seq DESC LIMIT 1)
  FROM staff_member s JOIN account a ON a.id = s.id LEFT JOIN staff_second_factor f ON f.staff_id = s.id
  WHERE foyer.leads() $$;
--> statement-breakpoint
-- An admin ends the sessions of a colleague, never of a client, without seeing them.
CREATE FUNCTION foyer.end_sessions_of(person uuid, at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended integer;
BEGIN
  IF NOT foyer.has_role('admin') OR person = foyer.actor_id() OR NOT EXISTS (SELECT FROM staff_member s WHERE s.id = person)
  THEN RAISE EXCEPTION 'sessions of a colleague are ended by an admin' USING ERRCODE = 'insufficient_privilege'; END IF;
  UPDATE session SET ended_at = at WHERE account_id = person AND ended_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
--> statement-breakpoint
-- An admin takes away every second step of a colleague, without seeing one. Nobody does it to themself.
CREATE FUNCTION foyer.forget_second_factors(person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE had boolean;
BEGIN
  IF NOT foyer.has_role('admin') OR person = foyer.actor_id()
  THEN RAISE EXCEPTION 'a second step is taken away by another admin' USING ERRCODE = 'insufficient_privilege'; END IF;
  had := EXISTS (SELECT FROM staff_second_factor f WHERE f.staff_id = person AND f.enrolled_at IS NOT NULL);
  DELETE FROM staff_passkey WHERE staff_id = person;
  DELETE FROM recovery_code WHERE staff_id = person;
  DELETE FROM form_draft WHERE account_id = person AND form = 'staff/recovery-codes';
  DELETE FROM staff_second_factor WHERE staff_id = person;
  RETURN had;
END $$;
--> statement-breakpoint
-- Whoever was invited and never set anything up has left no trace, and can be taken back whole: an address typed wrong.
CREATE FUNCTION foyer.never_came(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT foyer.leads() AND EXISTS (SELECT FROM staff_member s WHERE s.id = person)
    AND NOT EXISTS (SELECT FROM audit_event e WHERE e.subject = person::text AND e.event = 'second-factor.enrolled')
    AND NOT EXISTS (SELECT FROM staff_second_factor f WHERE f.staff_id = person AND f.enrolled_at IS NOT NULL)
    AND NOT EXISTS (SELECT FROM on_call_shift o WHERE o.staff_id = person)
    AND NOT EXISTS (SELECT FROM clinician c WHERE c.id = person)
    AND NOT EXISTS (SELECT FROM submission s WHERE s.assignee_id = person) $$;
--> statement-breakpoint
CREATE FUNCTION foyer.take_back_invitation(person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT foyer.has_role('admin') OR NOT foyer.never_came(person) THEN RETURN false; END IF;
  DELETE FROM staff_second_factor WHERE staff_id = person;
  DELETE FROM staff_member WHERE id = person;
  DELETE FROM account WHERE id = person;
  DELETE FROM vault_key WHERE subject_id = person;
  RETURN true;
END $$;
--> statement-breakpoint
-- How many danger signs are in somebody's hands and not closed: for whoever hands over their work, and no more than that.
CREATE FUNCTION foyer.flags_held_by(person uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM flag f WHERE foyer.is_staff()
    AND (SELECT e.by_id FROM flag_event e WHERE e.flag_id = f.id AND e.kind IN ('acknowledged', 'taken-over')
      ORDER BY e.at DESC, e.id DESC LIMIT 1) = person
    AND NOT EXISTS (SELECT FROM flag_event e WHERE e.flag_id = f.id
      AND e.kind IN ('spoke', 'assessed', 'referred', 'could-not-reach', 'not-a-risk')) $$;
