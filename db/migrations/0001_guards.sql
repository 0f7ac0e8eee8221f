-- Who may see and do what, told to Postgres itself: the actor, the policies, the grants, and what can never be changed.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The app's own role: it owns nothing and cannot bypass row-level security. Whoever starts the app sets its password.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'foyer_app') THEN
    CREATE ROLE foyer_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO foyer_app;

-- ── Who is asking ─────────────────────────────────────────────────────────────────────────────────
CREATE SCHEMA foyer;
GRANT USAGE ON SCHEMA foyer TO foyer_app;

-- Set by db/client.ts at the start of each transaction; empty outside one, and then every policy is false.
CREATE FUNCTION foyer.actor_kind() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT coalesce(current_setting('foyer.actor_kind', true), '') $$;
CREATE FUNCTION foyer.actor_id() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('foyer.actor_id', true), '')::uuid $$;
CREATE FUNCTION foyer.bearer() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT CASE WHEN foyer.actor_kind() = 'bearer' THEN nullif(current_setting('foyer.secret', true), '') END $$;
CREATE FUNCTION foyer.is_client() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() = 'client' $$;
CREATE FUNCTION foyer.is_job() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() = 'job' $$;
CREATE FUNCTION foyer.is_someone() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() <> '' $$;
CREATE FUNCTION foyer.has_role(role text) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() = 'staff' AND role = ANY (string_to_array(current_setting('foyer.roles', true), ',')) $$;
-- Staff who have not given their second factor act with no role, and so see nothing.
CREATE FUNCTION foyer.is_staff() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() = 'staff' AND coalesce(current_setting('foyer.roles', true), '') <> '' $$;
CREATE FUNCTION foyer.is_clinical() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.has_role('clinician') OR foyer.has_role('lead') $$;
-- One's own row, as a client or as staff.
CREATE FUNCTION foyer.is_self(account uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT foyer.actor_kind() IN ('client', 'staff') AND account = foyer.actor_id() $$;

-- ── Row-level security on every table, forced; the owner has a policy of its own, by name ─────────
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- The clinic: anyone may read its name and hours; an admin may change them.
GRANT SELECT, INSERT, UPDATE ON clinic_setting TO foyer_app;
CREATE POLICY read ON clinic_setting FOR SELECT TO foyer_app USING (foyer.is_someone());
CREATE POLICY add ON clinic_setting FOR INSERT TO foyer_app WITH CHECK (foyer.has_role('admin'));
CREATE POLICY change ON clinic_setting FOR UPDATE TO foyer_app USING (foyer.has_role('admin'));

-- Keys: one's own; staff those of the people they serve; the clinic's key is everybody's to use.
GRANT SELECT, INSERT, UPDATE, DELETE ON vault_key TO foyer_app;
CREATE POLICY read ON vault_key FOR SELECT TO foyer_app USING (
  foyer.is_self(subject_id) OR foyer.is_staff() OR foyer.is_job()
  OR (foyer.is_someone() AND subject_id = '00000000-0000-7000-8000-000000000001')
  OR EXISTS (SELECT FROM account a WHERE a.id = subject_id AND a.email_index = foyer.bearer()));
CREATE POLICY add ON vault_key FOR INSERT TO foyer_app WITH CHECK (foyer.is_someone());
CREATE POLICY change ON vault_key FOR UPDATE TO foyer_app USING (foyer.is_job());
CREATE POLICY remove ON vault_key FOR DELETE TO foyer_app USING (foyer.is_job());

-- Accounts: oneself; the one whose e-mail is presented; staff and jobs.
GRANT SELECT, INSERT, UPDATE, DELETE ON account, client TO foyer_app;
CREATE POLICY read ON account FOR SELECT TO foyer_app USING (
  foyer.is_self(id) OR foyer.is_staff() OR foyer.is_job() OR email_index = foyer.bearer());
CREATE POLICY add ON account FOR INSERT TO foyer_app WITH CHECK (
  (kind = 'client' AND email_index = foyer.bearer()) OR foyer.has_role('admin')
  OR (kind = 'client' AND foyer.has_role('front-desk')));
CREATE POLICY change ON account FOR UPDATE TO foyer_app USING (foyer.has_role('admin'));
CREATE POLICY remove ON account FOR DELETE TO foyer_app USING (foyer.is_job() AND kind = 'client');

CREATE POLICY read ON client FOR SELECT TO foyer_app USING (
  foyer.is_self(id) OR foyer.is_staff() OR foyer.is_job()
  OR EXISTS (SELECT FROM account a WHERE a.id = client.id AND a.email_index = foyer.bearer()));
CREATE POLICY add ON client FOR INSERT TO foyer_app WITH CHECK (
  EXISTS (SELECT FROM account a WHERE a.id = client.id AND a.kind = 'client'));
CREATE POLICY change ON client FOR UPDATE TO foyer_app USING (foyer.is_self(id) OR foyer.is_staff() OR foyer.is_job());

GRANT SELECT, INSERT, UPDATE ON staff_member, staff_second_factor, recovery_code TO foyer_app;
CREATE POLICY read ON staff_member FOR SELECT TO foyer_app USING (foyer.is_someone());
CREATE POLICY add ON staff_member FOR INSERT TO foyer_app WITH CHECK (foyer.has_role('admin'));
CREATE POLICY change ON staff_member FOR UPDATE TO foyer_app USING (foyer.has_role('admin'));
CREATE POLICY own ON staff_second_factor TO foyer_app
  USING (foyer.is_self(staff_id)) WITH CHECK (foyer.is_self(staff_id));
CREATE POLICY demo ON staff_second_factor FOR SELECT TO foyer_app USING (foyer.is_job());
CREATE POLICY own ON recovery_code TO foyer_app
  USING (foyer.is_self(staff_id)) WITH CHECK (foyer.is_self(staff_id));

-- A sign-in request opens for the e-mail, the browser or the ticket that is presented, and for the job that mails it.
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_request TO foyer_app;
CREATE POLICY bearer ON sign_in_request TO foyer_app
  USING (foyer.bearer() IN (email_index, browser_hash, ticket_hash))
  WITH CHECK (foyer.bearer() IN (email_index, browser_hash, ticket_hash));
CREATE POLICY mail ON sign_in_request FOR SELECT TO foyer_app USING (foyer.is_job());
CREATE POLICY sweep ON sign_in_request FOR DELETE TO foyer_app USING (foyer.is_job());

GRANT SELECT, INSERT, UPDATE, DELETE ON session TO foyer_app;
CREATE POLICY bearer ON session TO foyer_app
  USING (token_hash = foyer.bearer()) WITH CHECK (token_hash = foyer.bearer());
CREATE POLICY own ON session TO foyer_app
  USING (foyer.is_self(account_id)) WITH CHECK (foyer.is_self(account_id));
CREATE POLICY end_by_admin ON session FOR UPDATE TO foyer_app USING (foyer.has_role('admin'));
CREATE POLICY sweep ON session FOR DELETE TO foyer_app USING (foyer.is_job());

GRANT SELECT, INSERT, UPDATE, DELETE ON attempt TO foyer_app;
CREATE POLICY anyone ON attempt TO foyer_app USING (foyer.is_someone()) WITH CHECK (foyer.is_someone());

GRANT SELECT, INSERT, UPDATE, DELETE ON form_draft TO foyer_app;
CREATE POLICY own ON form_draft TO foyer_app
  USING (foyer.is_self(account_id)) WITH CHECK (foyer.is_self(account_id));
CREATE POLICY sweep ON form_draft FOR DELETE TO foyer_app USING (foyer.is_job());
CREATE POLICY sweep_read ON form_draft FOR SELECT TO foyer_app USING (foyer.is_job());

-- The record: everybody adds, staff and jobs read, nobody changes.
GRANT SELECT, INSERT ON audit_event TO foyer_app;
CREATE POLICY add ON audit_event FOR INSERT TO foyer_app WITH CHECK (foyer.is_someone());
CREATE POLICY read ON audit_event FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());

GRANT SELECT, INSERT, UPDATE ON task TO foyer_app;
CREATE POLICY staff ON task TO foyer_app USING (foyer.is_staff() OR foyer.is_job());
CREATE POLICY add ON task FOR INSERT TO foyer_app WITH CHECK (foyer.is_someone());

-- Submissions, answers, flags.
GRANT SELECT, INSERT, UPDATE, DELETE ON submission TO foyer_app;
CREATE POLICY own ON submission FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY own_add ON submission FOR INSERT TO foyer_app WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY own_change ON submission FOR UPDATE TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON submission FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());
CREATE POLICY staff_change ON submission FOR UPDATE TO foyer_app USING (foyer.is_staff() OR foyer.is_job());
CREATE POLICY sweep ON submission FOR DELETE TO foyer_app USING (foyer.is_job());

GRANT SELECT, INSERT ON flag, flag_event TO foyer_app;
CREATE POLICY own_add ON flag FOR INSERT TO foyer_app WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY own_read ON flag FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY clinical ON flag FOR SELECT TO foyer_app USING (foyer.is_clinical() OR foyer.is_job());
CREATE POLICY clinical ON flag_event FOR SELECT TO foyer_app USING (foyer.is_clinical() OR foyer.is_job());
CREATE POLICY clinical_add ON flag_event FOR INSERT TO foyer_app WITH CHECK (foyer.is_clinical() AND by_id = foyer.actor_id());

-- An unsent draft shows staff its flagged answers and how to reach the person safely, nothing else.
GRANT SELECT, INSERT ON answer TO foyer_app;
CREATE POLICY own ON answer FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY own_add ON answer FOR INSERT TO foyer_app WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff()
  AND (audience = 'all-staff' OR foyer.is_clinical())
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND (
    s.status <> 'draft'
    OR EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id)
    OR (question ~ '^(A\d+|B1|J5)$' AND EXISTS (SELECT FROM flag f WHERE f.submission_id = s.id)))));
CREATE POLICY job ON answer FOR SELECT TO foyer_app USING (foyer.is_job());

GRANT SELECT, INSERT, DELETE ON section_confirmation TO foyer_app;
CREATE POLICY own ON section_confirmation TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON section_confirmation FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());

GRANT SELECT, INSERT, DELETE ON name_index TO foyer_app;
CREATE POLICY own ON name_index TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON name_index FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());

-- Documents and signatures.
GRANT SELECT, INSERT ON document_version, signature TO foyer_app;
CREATE POLICY read ON document_version FOR SELECT TO foyer_app USING (foyer.is_someone());
CREATE POLICY publish ON document_version FOR INSERT TO foyer_app WITH CHECK (foyer.has_role('admin'));
CREATE POLICY own ON signature FOR SELECT TO foyer_app USING (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY own_add ON signature FOR INSERT TO foyer_app WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON signature FOR SELECT TO foyer_app USING (foyer.is_staff() OR foyer.is_job());

-- Hours are public to whoever may book; busy time holds no client.
GRANT SELECT, INSERT, UPDATE, DELETE ON clinician, availability_rule, availability_exception TO foyer_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['clinician', 'availability_rule', 'availability_exception'] LOOP
    EXECUTE format('CREATE POLICY read ON %I FOR SELECT TO foyer_app USING (foyer.is_someone())', t);
    EXECUTE format($p$CREATE POLICY manage ON %I TO foyer_app
      USING (foyer.has_role('admin') OR foyer.has_role('front-desk') OR foyer.has_role('clinician'))$p$, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON clinician_time, appointment TO foyer_app;
CREATE POLICY read ON clinician_time FOR SELECT TO foyer_app
  USING (foyer.is_client() OR foyer.is_staff() OR foyer.is_job());
CREATE POLICY add ON clinician_time FOR INSERT TO foyer_app
  WITH CHECK ((foyer.is_client() AND kind = 'appointment') OR foyer.is_staff());
CREATE POLICY change ON clinician_time FOR UPDATE TO foyer_app USING (
  foyer.is_staff() OR foyer.is_job()
  OR EXISTS (SELECT FROM appointment a WHERE a.time_id = clinician_time.id AND foyer.is_self(a.client_id)));

CREATE POLICY own ON appointment TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id())
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id());
CREATE POLICY staff ON appointment TO foyer_app USING (foyer.is_staff() OR foyer.is_job());

-- What was sent.
GRANT SELECT, INSERT, UPDATE ON notice TO foyer_app;
CREATE POLICY add ON notice FOR INSERT TO foyer_app WITH CHECK (foyer.is_someone());
CREATE POLICY own ON notice FOR SELECT TO foyer_app USING (foyer.is_self(account_id) OR foyer.is_staff());
CREATE POLICY job ON notice TO foyer_app USING (foyer.is_job());

GRANT SELECT, INSERT, DELETE ON mailbox_message TO foyer_app;
CREATE POLICY job ON mailbox_message TO foyer_app USING (foyer.is_job());

-- ── A slot is never given twice ───────────────────────────────────────────────────────────────────
ALTER TABLE clinician_time ADD CONSTRAINT clinician_time_never_twice
  EXCLUDE USING gist (clinician_id WITH =, occupied WITH &&) WHERE (active);
ALTER TABLE clinician_time ADD CONSTRAINT clinician_time_bounded
  CHECK (NOT isempty(occupied) AND NOT lower_inf(occupied) AND NOT upper_inf(occupied));

-- ── The audit chain ───────────────────────────────────────────────────────────────────────────────
-- The database says who acted and links each row to the one before; the app cannot write either.
CREATE FUNCTION foyer.link_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head audit_head%ROWTYPE;
BEGIN
  NEW.actor_kind := foyer.actor_kind();
  NEW.actor_id := CASE NEW.actor_kind
    WHEN 'job' THEN current_setting('foyer.secret', true)
    WHEN 'bearer' THEN ''
    ELSE coalesce(foyer.actor_id()::text, '') END;
  IF NEW.actor_kind = '' THEN NEW.actor_kind := 'system'; END IF;
  INSERT INTO audit_head (subject, seq, hash) VALUES (NEW.subject, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE subject = NEW.subject FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\n', NEW.prev_hash, NEW.subject, NEW.seq, NEW.id,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    NEW.actor_kind, NEW.actor_id, NEW.event, NEW.detail), 'UTF8')), 'hex');
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE subject = NEW.subject;
  RETURN NEW;
END $$;
CREATE TRIGGER link BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION foyer.link_audit_event();

CREATE FUNCTION foyer.refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_event', 'signature', 'document_version'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION foyer.refuse_change()', t);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION foyer.refuse_change()', t);
  END LOOP;
END $$;
