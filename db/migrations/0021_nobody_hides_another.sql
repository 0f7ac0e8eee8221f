-- One client's acts can't hide another's: what of theirs waits for staff is theirs to count, and what was forgotten waits no more.
CREATE POLICY own_waiting ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind IN ('question', 'withdrawal'));
--> statement-breakpoint
-- Withdrawn once more before staff have seen to it: the same task, about the newest withdrawal.
CREATE POLICY own_withdrawn_again ON task FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'withdrawal' AND done_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'withdrawal' AND done_at IS NULL);
--> statement-breakpoint
CREATE INDEX "task_client" ON "task" USING btree ("client_id") WHERE done_at is null;
--> statement-breakpoint
-- For staff who may not read a question: whether there is anything left to read.
CREATE FUNCTION foyer.question_is_gone(question uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT foyer.is_staff() AND NOT EXISTS (SELECT FROM document_question WHERE id = question) $$;
--> statement-breakpoint
-- A message stands on a submission: where none is left, its client was forgotten before messages were.
DELETE FROM site_message m WHERE NOT EXISTS (SELECT FROM submission s WHERE s.client_id = m.client_id);
--> statement-breakpoint
UPDATE task SET done_at = now() WHERE kind = 'question' AND done_at IS NULL
  AND NOT EXISTS (SELECT FROM document_question q WHERE q.id = about_id);
