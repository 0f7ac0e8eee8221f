-- Who was asked for more where no mail may tell them needs nobody to tell them once they have answered: that task ends by their own hand.
CREATE POLICY own_asked ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'question-untold');
--> statement-breakpoint
CREATE POLICY own_asked_answered ON task FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'question-untold' AND done_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'question-untold' AND done_by IS NULL
    AND EXISTS (SELECT FROM information_request r WHERE r.id = about_id AND r.client_id = foyer.actor_id() AND r.ended_at IS NOT NULL));
