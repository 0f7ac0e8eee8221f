-- What a sign-in may do grows only with a key that was given in the same breath: the database knows which rows a key leaves, and holds a session to them.

-- ── A key was given, or set ───────────────────────────────────────────────────────────────────────
-- Noted by the rows themselves, until the transaction ends: a spent code, a passkey that was used, a PIN that was right, a
-- key of a client's that was set. It says whose, and which.
CREATE FUNCTION foyer.note_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('foyer.key', coalesce(to_jsonb(NEW) ->> 'staff_id', to_jsonb(NEW) ->> 'client_id') || ' ' || TG_ARGV[0], true);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION foyer.key_given(person uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN split_part(current_setting('foyer.key', true), ' ', 1) = person::text
    THEN split_part(current_setting('foyer.key', true), ' ', 2) ELSE '' END $$;
--> statement-breakpoint
-- Now, as the app's clock has it: no instant of a day to come, and none of yesterday.
CREATE FUNCTION foyer.is_now(at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(at BETWEEN foyer.at() - interval '1 minute' AND foyer.at() + interval '1 minute', false) $$;
--> statement-breakpoint
CREATE TRIGGER note_key AFTER UPDATE ON staff_second_factor FOR EACH ROW
  WHEN (NEW.enrolled_at IS NOT NULL AND (NEW.last_step > OLD.last_step OR NEW.totp_secret <> OLD.totp_secret))
  EXECUTE FUNCTION foyer.note_key('code');
--> statement-breakpoint
CREATE TRIGGER note_key AFTER UPDATE ON recovery_code FOR EACH ROW
  WHEN (OLD.used_at IS NULL AND NEW.used_at IS NOT NULL) EXECUTE FUNCTION foyer.note_key('code');
--> statement-breakpoint
CREATE TRIGGER note_key AFTER UPDATE ON staff_passkey FOR EACH ROW EXECUTE FUNCTION foyer.note_key('passkey');
--> statement-breakpoint
CREATE TRIGGER note_key AFTER UPDATE ON client_passkey FOR EACH ROW EXECUTE FUNCTION foyer.note_key('passkey');
--> statement-breakpoint
CREATE TRIGGER note_key AFTER UPDATE ON client_pin FOR EACH ROW
  WHEN (NEW.given_at IS NOT NULL AND NEW.given_at IS DISTINCT FROM OLD.given_at) EXECUTE FUNCTION foyer.note_key('pin');
--> statement-breakpoint
CREATE TRIGGER note_set_anew AFTER UPDATE ON client_pin FOR EACH ROW
  WHEN (NEW.verifier <> OLD.verifier) EXECUTE FUNCTION foyer.note_key('set');
--> statement-breakpoint
CREATE TRIGGER note_set AFTER INSERT ON client_pin FOR EACH ROW EXECUTE FUNCTION foyer.note_key('set');
--> statement-breakpoint
CREATE TRIGGER note_set AFTER INSERT ON client_passkey FOR EACH ROW EXECUTE FUNCTION foyer.note_key('set');
--> statement-breakpoint
-- ── What giving a key leaves ──────────────────────────────────────────────────────────────────────
-- A passkey says how often it was used, never less than before, and was used now.
CREATE FUNCTION foyer.keep_passkey_use() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'foyer_app' AND (NEW.counter < OLD.counter OR NOT foyer.is_now(NEW.last_used_at))
  THEN RAISE EXCEPTION 'a passkey is used now, and its counter only grows' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_passkey_use BEFORE UPDATE ON client_passkey FOR EACH ROW EXECUTE FUNCTION foyer.keep_passkey_use();
--> statement-breakpoint
CREATE TRIGGER keep_passkey_use BEFORE UPDATE ON staff_passkey FOR EACH ROW EXECUTE FUNCTION foyer.keep_passkey_use();
--> statement-breakpoint
DROP TRIGGER keep_the_key ON client_passkey;
--> statement-breakpoint
-- A PIN: wrong tries are counted one by one until a right one, and what shut it is taken away by nothing else; another one
-- begins anew, and is its owner's to set.
CREATE OR REPLACE FUNCTION foyer.keep_the_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF NEW.verifier <> OLD.verifier THEN
    IF foyer.is_client() AND foyer.is_now(NEW.set_at) AND NEW.wrong_in_a_row = 0 AND NEW.shut_at IS NULL AND NEW.given_at IS NULL
    THEN RETURN NEW; END IF;
  ELSIF NEW.set_at = OLD.set_at THEN
    IF NEW.given_at IS DISTINCT FROM OLD.given_at THEN
      IF foyer.is_now(NEW.given_at) AND NEW.wrong_in_a_row = 0 AND NEW.shut_at IS NULL THEN RETURN NEW; END IF;
    ELSIF NEW.wrong_in_a_row BETWEEN OLD.wrong_in_a_row AND OLD.wrong_in_a_row + 1
      AND (NEW.shut_at IS NOT DISTINCT FROM OLD.shut_at OR foyer.is_now(NEW.shut_at))
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'a second key is changed only by its owner, and its wrong tries are counted' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
-- A member of staff's app: the same, and no code of a time to come is spent in advance.
CREATE FUNCTION foyer.keep_codes_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given boolean := NEW.last_step > OLD.last_step OR NEW.totp_secret <> OLD.totp_secret OR foyer.key_given(NEW.staff_id) <> '';
  wrong integer := NEW.wrong_elsewhere + NEW.wrong_at_known - OLD.wrong_elsewhere - OLD.wrong_at_known;
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF (NEW.last_step IS DISTINCT FROM OLD.last_step AND NEW.last_step > extract(epoch FROM foyer.at()) / 30 + 3)
    OR (NEW.enrolled_at IS DISTINCT FROM OLD.enrolled_at AND NOT foyer.is_now(NEW.enrolled_at))
    OR NOT (CASE WHEN NEW.wrong_elsewhere < OLD.wrong_elsewhere OR NEW.wrong_at_known < OLD.wrong_at_known
      THEN given AND NEW.wrong_elsewhere = 0 AND NEW.wrong_at_known = 0 ELSE wrong IN (0, 1) END)
  THEN RAISE EXCEPTION 'a code is spent in its time, and wrong ones are counted' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_codes_counted BEFORE UPDATE ON staff_second_factor FOR EACH ROW EXECUTE FUNCTION foyer.keep_codes_counted();
--> statement-breakpoint
ALTER POLICY own_spend ON recovery_code WITH CHECK (foyer.is_self(staff_id) AND foyer.is_now(used_at));
--> statement-breakpoint
-- ── Sessions ──────────────────────────────────────────────────────────────────────────────────────
-- Begun by whoever has just proved the address, with nothing given yet; deleted by the sweep alone; whoever holds a token
-- uses the session and ends it, and makes none.
DROP POLICY bearer ON session;
--> statement-breakpoint
CREATE POLICY bearer ON session FOR SELECT TO foyer_app USING (token_hash = foyer.bearer());
--> statement-breakpoint
CREATE POLICY bearer_use ON session FOR UPDATE TO foyer_app
  USING (token_hash = foyer.bearer()) WITH CHECK (token_hash = foyer.bearer());
--> statement-breakpoint
DROP POLICY own ON session;
--> statement-breakpoint
CREATE POLICY own ON session FOR SELECT TO foyer_app USING (foyer.is_self(account_id));
--> statement-breakpoint
CREATE POLICY own_begin ON session FOR INSERT TO foyer_app WITH CHECK (foyer.is_self(account_id));
--> statement-breakpoint
CREATE POLICY own_change ON session FOR UPDATE TO foyer_app
  USING (foyer.is_self(account_id)) WITH CHECK (foyer.is_self(account_id));
--> statement-breakpoint
CREATE FUNCTION foyer.begin_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' OR (foyer.is_now(NEW.created_at) AND foyer.is_now(NEW.last_seen_at)
    AND NEW.expires_at <= NEW.created_at + interval '12 hours' AND num_nonnulls(NEW.ended_at, NEW.second_factor_at,
      NEW.second_key_by, NEW.challenge, NEW.challenge_until, NEW.wrong_since) = 0 AND NEW.wrong_here = 0 AND NEW.wrong_elsewhere = 0)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a session begins with nothing given in it' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER begin_session BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION foyer.begin_session();
--> statement-breakpoint
-- A second step in a session: a key of this very person's, given or set now; a client who took their last key away has shown none.
CREATE FUNCTION foyer.may_show(was session, becomes session) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN (becomes.second_factor_at, becomes.second_key_by) IS NOT DISTINCT FROM (was.second_factor_at, was.second_key_by) THEN true
    WHEN becomes.second_factor_at IS NULL THEN becomes.second_key_by IS NULL AND foyer.is_client()
      AND NOT EXISTS (SELECT FROM client_pin p WHERE p.client_id = becomes.account_id)
      AND NOT EXISTS (SELECT FROM client_passkey k WHERE k.client_id = becomes.account_id)
    WHEN NOT foyer.is_now(becomes.second_factor_at) THEN false
    WHEN foyer.actor_kind() = 'staff' THEN becomes.second_key_by IS NULL AND foyer.key_given(becomes.account_id) IN ('code', 'passkey')
    WHEN becomes.second_key_by IS NULL THEN foyer.is_client() AND was.second_factor_at IS NULL AND foyer.key_given(becomes.account_id) = 'set'
    ELSE becomes.second_key_by IN ('pin', 'passkey') AND becomes.second_key_by = foyer.key_given(becomes.account_id) END $$;
--> statement-breakpoint
-- Wrong codes and PINs are counted one by one; what was counted is put aside only once a key was given or set.
CREATE FUNCTION foyer.may_count(was session, becomes session) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT foyer.key_given(becomes.account_id) <> ''
    OR (becomes.wrong_here BETWEEN was.wrong_here AND was.wrong_here + 1
      AND (becomes.wrong_elsewhere, becomes.wrong_since) IS NOT DISTINCT FROM (was.wrong_elsewhere, was.wrong_since)) $$;
--> statement-breakpoint
CREATE FUNCTION foyer.keep_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF foyer.may_show(OLD, NEW) AND foyer.may_count(OLD, NEW)
    AND (NEW.last_seen_at = OLD.last_seen_at OR foyer.is_now(NEW.last_seen_at))
    -- Ended once and for good: it goes on under no other token.
    AND (NEW.ended_at IS NOT DISTINCT FROM OLD.ended_at OR (OLD.ended_at IS NULL AND foyer.is_now(NEW.ended_at)))
    AND (OLD.ended_at IS NULL OR (NEW.token_hash, NEW.second_factor_at, NEW.second_key_by)
      IS NOT DISTINCT FROM (OLD.token_hash, OLD.second_factor_at, OLD.second_key_by))
    AND ((NEW.challenge, NEW.challenge_until) IS NOT DISTINCT FROM (OLD.challenge, OLD.challenge_until)
      OR num_nulls(NEW.challenge, NEW.challenge_until) = 2
      OR (NEW.challenge <> coalesce(OLD.challenge, '') AND NEW.challenge_until <= foyer.at() + interval '6 minutes'))
    AND (foyer.bearer() IS NULL OR to_jsonb(NEW) - ARRAY['last_seen_at', 'ended_at'] = to_jsonb(OLD) - ARRAY['last_seen_at', 'ended_at'])
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a session shows what was given in it, and no more' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_session BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION foyer.keep_session();
--> statement-breakpoint
-- ── Asking for a code ─────────────────────────────────────────────────────────────────────────────
-- Tries only grow, what ended stays ended, and a ticket is given once, by the browser that asked.
CREATE FUNCTION foyer.keep_sign_in_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'foyer_app' THEN RETURN NEW; END IF;
  IF NEW.tries BETWEEN OLD.tries AND OLD.tries + 1
    AND (OLD.ended_at IS NULL OR (NEW.ended_at, NEW.browser_hash) IS NOT DISTINCT FROM (OLD.ended_at, OLD.browser_hash))
    AND ((NEW.ticket_hash, NEW.proved_by) IS NOT DISTINCT FROM (OLD.ticket_hash, OLD.proved_by)
      OR (OLD.ticket_hash IS NULL AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND foyer.bearer() = OLD.browser_hash))
    AND (NEW.ticket_expires_at IS NULL OR (NEW.ticket_expires_at <= foyer.at() + interval '11 minutes'
      AND (OLD.ticket_expires_at IS NOT NULL OR OLD.ticket_hash IS NULL)))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a code is tried, proved and spent once' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_sign_in_request BEFORE UPDATE ON sign_in_request FOR EACH ROW EXECUTE FUNCTION foyer.keep_sign_in_request();
