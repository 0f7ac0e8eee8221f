-- Whoever keeps the diary must know whom a time is for. From booking on staff may read, of a draft, what its client is
-- called, how they may be reached, and what decides who can see them and whether an estimate is owed; nothing clinical.
CREATE POLICY booked ON answer FOR SELECT TO foyer_app USING (
  foyer.is_staff() AND audience = 'all-staff'
  AND question ~ '^(A[1-5]|A7|A8(-\w+)?|B1|B7|B10|C8|format)$'
  AND EXISTS (SELECT FROM appointment a WHERE a.client_id = answer.client_id AND a.status <> 'cancelled'));
--> statement-breakpoint
-- A clinical lead closes a day too when a clinician is ill.
CREATE POLICY close_by_lead ON availability_exception FOR INSERT TO foyer_app WITH CHECK (foyer.has_role('lead'));
