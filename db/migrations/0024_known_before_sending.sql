-- Who has an appointment, or waits for an answer of ours, is known to staff before sending: by name, and how they may safely be reached. Nothing clinical, and nothing else of the draft.
CREATE FUNCTION foyer.is_expected(person uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM appointment a WHERE a.client_id = person AND a.status <> 'cancelled')
    OR EXISTS (SELECT FROM task t WHERE t.client_id = person AND t.kind IN ('question', 'withdrawal') AND t.done_at IS NULL) $$;
--> statement-breakpoint
-- It went by the question itself, which front desk may not read: so they were not even told whom to answer.
DROP POLICY answering ON answer;
--> statement-breakpoint
CREATE POLICY expected ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff() AND audience = 'all-staff' AND question ~ '^(A([1-7]|9|10)(-\w+)?|B1)$' AND foyer.is_expected(client_id));
--> statement-breakpoint
-- How somebody was answered, where it can be said; and a client sees that, and when.
ALTER TABLE "task" ADD COLUMN "answered_by" text;
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_answered_by" CHECK (answered_by IN ('site', 'phone', 'email', 'in-person'));
--> statement-breakpoint
CREATE POLICY own_question ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'question');
