-- What staff began to write goes with whom it is about, and opens to nobody who came by mail alone.

-- ── Who may see what they began to write ──────────────────────────────────────────────────────────
-- Whether the second step was given in the session at hand. A session that has idled out has no role any more, and still
-- says yes: it may keep what was being written in it. Whoever came by mail alone, or names a session of somebody else, gets a no.
CREATE FUNCTION foyer.gave_second_step() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT foyer.actor_kind() = 'staff' AND EXISTS (SELECT FROM session s
    WHERE s.id = nullif(current_setting('foyer.session', true), '')::uuid AND s.account_id = foyer.actor_id()
      AND s.second_factor_at IS NOT NULL AND s.ended_at IS NULL) $$;
--> statement-breakpoint
ALTER POLICY own_key ON vault_key USING (owner_id IS NOT NULL AND foyer.is_self(owner_id) AND foyer.gave_second_step());
--> statement-breakpoint
-- Before the second step there are the two forms that ask for it, and the recovery codes that are made as it is set up.
CREATE FUNCTION foyer.may_keep_draft(person uuid, form text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT foyer.is_self(person) AND (foyer.is_client() OR foyer.is_staff() OR form IN ('staff/second-factor', 'staff/enrol')
    OR (form = 'staff/recovery-codes' AND foyer.may_make_codes(person)) OR foyer.gave_second_step()) $$;
--> statement-breakpoint
ALTER POLICY own ON form_draft USING (foyer.may_keep_draft(account_id, form)) WITH CHECK (foyer.may_keep_draft(account_id, form));
--> statement-breakpoint
-- ── Whose drafts go ───────────────────────────────────────────────────────────────────────────────
-- The key of a form about somebody names the reference of their forms or of their appointment, wherever it stands in it. However
-- those come to be deleted, by themselves or by a job, what any member of staff began to write about them is deleted too.
CREATE FUNCTION foyer.drop_written_about() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM form_draft WHERE strpos(upper(form), OLD.reference) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER drop_written_about AFTER DELETE ON submission FOR EACH ROW EXECUTE FUNCTION foyer.drop_written_about();
--> statement-breakpoint
CREATE TRIGGER drop_written_about AFTER DELETE ON appointment FOR EACH ROW EXECUTE FUNCTION foyer.drop_written_about();
--> statement-breakpoint
-- What was left of people who are gone, and what stands under a key that no page asks for.
DELETE FROM form_draft WHERE form ~ 'staff/(submissions|flags|estimates|recoveries/start)/' AND NOT EXISTS (SELECT FROM submission s
  WHERE s.reference = substring(form_draft.form FROM 'staff/(?:submissions|flags|estimates|recoveries/start)/([^/]*)'));
