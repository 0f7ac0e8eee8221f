-- Where a client's PIN was right before, what strangers type elsewhere doesn't shut it: whoever is known by e-mail looks that up, and adds it only with the PIN.
CREATE POLICY first_step ON known_network FOR SELECT TO foyer_app USING (foyer.is_first_step(account_id));
--> statement-breakpoint
CREATE POLICY first_step_add ON known_network FOR INSERT TO foyer_app
  WITH CHECK (foyer.is_first_step(account_id) AND foyer.key_given(account_id) = 'pin');
--> statement-breakpoint
CREATE POLICY first_step_use ON known_network FOR UPDATE TO foyer_app
  USING (foyer.is_first_step(account_id) AND foyer.key_given(account_id) = 'pin')
  WITH CHECK (foyer.is_first_step(account_id) AND foyer.key_given(account_id) = 'pin');
