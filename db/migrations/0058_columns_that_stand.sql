-- What a row is, whose it is and when it began stand once they are written: the app may change only the columns its verbs change.

-- A right to the whole table covers columns that are added later; these are named one by one, and a test holds them equal to
-- what is listed in tests/attacks/what-may-change.spec.ts. Whoever locks a row needs the right to one column of it.
DO $$
DECLARE may record;
BEGIN
  FOR may IN SELECT * FROM (VALUES
    ('account', 'email_index, email, disabled_at'),
    ('appointment', 'clinician_id, time_id, starts_at, ends_at, zone, local_time, format, status, sequence, moved_from'),
    ('attempt', 'count'),
    ('availability_exception', NULL),
    ('availability_rule', NULL),
    ('client', 'second_key_later_at'),
    ('client_passkey', 'counter, last_used_at'),
    ('client_pin', 'verifier, set_at, wrong_in_a_row, shut_at, given_at'),
    ('clinic_setting', 'data, changed_at'),
    ('clinician', 'zone, session_minutes, buffer_before_minutes, buffer_after_minutes, notice_hours, horizon_days, daily_maximum, formats, regions, sees_couples, languages, takes_new'),
    ('clinician_time', 'active'),
    ('document_draft', 'text, base_version, revision, changed_by, changed_at'),
    ('form_draft', 'content, changed_at'),
    ('reflection', 'content, kept_at, shared_at'),
    ('session', 'token_hash, last_seen_at, ended_at, second_factor_at, second_key_by, challenge, challenge_until, wrong_here, wrong_elsewhere, wrong_since'),
    ('sign_in_request', 'browser_hash, tries, ended_at, ticket_hash, ticket_expires_at, proved_by'),
    ('staff_member', 'name, credential, roles, enrol_until'),
    ('staff_second_factor', 'totp_secret, last_step, enrolled_at, offered_to, next_secret, wrong_elsewhere, wrong_at_known'),
    ('submission', 'status, definition_version, assignee_id, changed_at, submitted_at, not_for_us_at'),
    ('task', 'about_id, due_at, done_at, done_by, answered_by'),
    ('vault_key', NULL),
    ('visitor_reflection', 'content, kept_at, expires_at'),
    ('waitlist_entry', 'weekdays, parts_of_day, clinician_id, zone, weeks, ends_at, changed_at, ended_at, ended_by')
  ) AS t (name, columns) LOOP
    EXECUTE format('REVOKE UPDATE ON %I FROM foyer_app', may.name);
    IF may.columns IS NOT NULL THEN EXECUTE format('GRANT UPDATE (%s) ON %I TO foyer_app', may.columns, may.name); END IF;
  END LOOP;
END $$;
