-- A client who has read their letter needs nobody to tell them of it: that task ends with their reading, by no member of staff's hand.
CREATE POLICY own_letter ON task FOR SELECT TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'letter-untold');
--> statement-breakpoint
CREATE POLICY own_letter_read ON task FOR UPDATE TO foyer_app
  USING (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'letter-untold' AND done_at IS NULL)
  WITH CHECK (foyer.is_client() AND client_id = foyer.actor_id() AND kind = 'letter-untold' AND done_by IS NULL
    AND EXISTS (SELECT FROM decline_letter l WHERE l.id = about_id AND l.client_id = foyer.actor_id() AND l.read_at IS NOT NULL));
