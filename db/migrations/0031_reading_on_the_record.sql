-- What is for clinicians is for those on the case; and the record knows from which sign-in a member of staff acted.

-- ── For those on the case ─────────────────────────────────────────────────────────────────────────
-- Danger signs stay open to every clinician: one that nobody has seen is never hidden from somebody who could act. What was
-- answered is for whoever takes it in hand.
ALTER POLICY staff ON answer USING (
  foyer.is_staff()
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND (
    s.status <> 'draft'
    OR EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id)
    OR (question ~ '^(A\d+(-\w+)?|B1|J5)$' AND EXISTS (SELECT FROM flag f WHERE f.submission_id = s.id))
    OR (question ~ '^(A\d+(-\w+)?|B1|B7|C8|format|J5)$' AND EXISTS (
      SELECT FROM task t WHERE t.client_id = s.client_id AND t.kind = 'time-wanted' AND t.done_at IS NULL))))
  AND (audience = 'all-staff' OR foyer.is_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY waiting ON answer USING (
  foyer.is_staff()
  AND question ~ '^(A\d+|B1)$'
  AND EXISTS (SELECT FROM waitlist_entry w WHERE w.client_id = answer.client_id AND w.ended_at IS NULL)
  AND (audience = 'all-staff' OR foyer.is_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY staff ON document_question
  USING (foyer.is_staff() AND (audience = 'all-staff' OR foyer.is_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY staff ON site_message
  USING (foyer.is_staff() AND (audience = 'all-staff' OR foyer.is_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY staff_add ON site_message WITH CHECK (
  foyer.is_staff() AND written_by = foyer.actor_id() AND read_at IS NULL
  AND (audience = 'all-staff' OR foyer.is_on_case(client_id)));
--> statement-breakpoint
ALTER POLICY clinical ON information_request USING (foyer.is_job() OR foyer.is_on_case(client_id));
--> statement-breakpoint
ALTER POLICY clinical_add ON information_request
  WITH CHECK (asked_by = foyer.actor_id() AND foyer.is_on_case(client_id));
--> statement-breakpoint
ALTER POLICY clinical_end ON information_request
  USING (ended_at IS NULL AND foyer.is_on_case(client_id))
  WITH CHECK (ended_by = 'staff' AND foyer.is_on_case(client_id));
--> statement-breakpoint
ALTER POLICY shared ON reflection USING (
  shared_at IS NOT NULL
  AND EXISTS (SELECT FROM submission s WHERE s.client_id = reflection.client_id AND s.status <> 'draft')
  AND foyer.is_on_case(client_id));
--> statement-breakpoint
ALTER POLICY clinical ON estimate_diagnosis USING (foyer.is_on_case(client_id));
--> statement-breakpoint
ALTER POLICY clinical_add ON estimate_diagnosis WITH CHECK (
  foyer.is_on_case(client_id) AND EXISTS (SELECT FROM estimate e
    WHERE e.id = estimate_id AND e.client_id = estimate_diagnosis.client_id AND e.given_by = foyer.actor_id()));
--> statement-breakpoint
-- Whoever is not on the case decides nothing about it.
CREATE OR REPLACE FUNCTION foyer.keep_to_the_table() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.status = 'draft' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM foyer.status_changes() t
    WHERE t.from_status = OLD.status AND t.to_status = NEW.status
      AND ((t.who = 'client' AND foyer.is_client()) OR (t.who = 'clinical' AND foyer.is_on_case(NEW.client_id))))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a submission cannot become % this way', NEW.status USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- ── From where ────────────────────────────────────────────────────────────────────────────────────
-- Which sign-in of a member of staff a line came from: where that was is sealed in its row. Null before this, for everybody
-- else, and for what they did before they had a sign-in.
ALTER TABLE "audit_event" ADD COLUMN "session_id" uuid;
--> statement-breakpoint
-- The hash takes it in as one line more; where there is none, nothing is added, and what was hashed before still holds.
CREATE OR REPLACE FUNCTION foyer.link_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE head audit_head%ROWTYPE;
BEGIN
  NEW.actor_kind := foyer.actor_kind();
  NEW.actor_id := CASE NEW.actor_kind
    WHEN 'job' THEN current_setting('foyer.secret', true)
    WHEN 'bearer' THEN ''
    ELSE coalesce(foyer.actor_id()::text, '') END;
  NEW.session_id := CASE NEW.actor_kind
    WHEN 'staff' THEN nullif(current_setting('foyer.session', true), '')::uuid END;
  IF NEW.actor_kind = '' THEN NEW.actor_kind := 'system'; END IF;
  INSERT INTO audit_head (subject, seq, hash) VALUES (NEW.subject, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE subject = NEW.subject FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\n', NEW.prev_hash, NEW.subject, NEW.seq, NEW.id,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    NEW.actor_kind, NEW.actor_id, NEW.event, NEW.detail, NEW.session_id), 'UTF8')), 'hex');
  UPDATE audit_head SET seq = NEW.seq, hash = NEW.hash WHERE subject = NEW.subject;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- Where the sign-ins of staff were, for whoever keeps the record, still sealed. Nothing that opens one is given out.
CREATE FUNCTION foyer.places_of_sessions(sessions uuid[]) RETURNS TABLE (id uuid, staff_id uuid, ip text, user_agent text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.account_id, s.ip, s.user_agent FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.id = ANY (sessions) AND a.kind = 'staff' AND (foyer.has_role('lead') OR foyer.has_role('admin')) $$;
--> statement-breakpoint
-- ── Reading the record ────────────────────────────────────────────────────────────────────────────
-- Pages of it, the newest first, of one member of staff.
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor_id", "at", "id");
--> statement-breakpoint
-- When all of it was last verified stands above every page of it.
CREATE INDEX "audit_event_verified" ON "audit_event" USING btree ("at") WHERE event = 'record.verified';
--> statement-breakpoint
-- A list stands in the clinic's chain and says by id whom it showed: which of them showed this one is asked when a client is
-- given the list of who has read.
CREATE FUNCTION foyer.ids_in(detail text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT coalesce(array_agg(found.id[1]), '{}') FROM regexp_matches(detail,
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') AS found(id) $$;
--> statement-breakpoint
CREATE INDEX "audit_event_shown" ON "audit_event" USING gin (foyer.ids_in("detail")) WHERE subject = 'clinic';
