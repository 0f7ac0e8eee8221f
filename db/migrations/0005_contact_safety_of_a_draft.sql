-- How to reach somebody safely, and where they are, takes the questions that hang on A's too: A8-us, A6-address.
ALTER POLICY staff ON answer USING (
  foyer.is_staff()
  AND (audience = 'all-staff' OR foyer.is_clinical())
  AND EXISTS (SELECT FROM submission s WHERE s.id = submission_id AND (
    s.status <> 'draft'
    OR EXISTS (SELECT FROM flag f WHERE f.answer_id = answer.id)
    OR (question ~ '^(A\d+(-\w+)?|B1|J5)$' AND EXISTS (SELECT FROM flag f WHERE f.submission_id = s.id)))));
