-- Whose session has idled out may still keep what they were writing: a key that is one's own is there without a role, too.
CREATE POLICY own_key ON vault_key FOR SELECT TO foyer_app USING (owner_id IS NOT NULL AND foyer.is_self(owner_id));
