// The least that saving a page of the forms can be: the client's and the intake's rows locked, and the rows Foyer writes, by plain SQL.
import { createHash, randomUUID } from 'node:crypto';

/** `saving`: `clientId`, `submissionId`, `question`, `text`. It seals nothing, and asks nobody whether they may. */
export const bareSaving = (sql, { clientId, submissionId, question, text }) =>
  sql.begin(async (tx) => {
    const now = new Date().toISOString();
    const window = new Date(Math.floor(Date.now() / 900_000) * 900_000).toISOString();
    const key = createHash('sha256').update(clientId).digest('hex');
    await tx`select id from client where id = ${clientId} for no key update`;
    await tx`select id from submission where client_id = ${clientId} and status not in ('declined', 'closed') for update`;
    const [{ revision }] = await tx`
      select coalesce(max(revision), 0) + 1 as revision from answer
      where submission_id = ${submissionId} and question = ${question}`;
    await tx`
      insert into attempt (key, window_start, count) values (${key}, ${window}, 1)
      on conflict (key, window_start) do update set count = attempt.count + 1`;
    await tx`
      insert into answer (id, submission_id, client_id, question, revision, definition_version, locale, audience, value, answered_at)
      values (${randomUUID()}, ${submissionId}, ${clientId}, ${question}, ${revision}, 'bare', 'en', 'clinical', ${text}, ${now})`;
    await tx`update submission set changed_at = ${now} where id = ${submissionId}`;
    await tx`delete from section_confirmation where submission_id = ${submissionId} and section = '4'`;
    await tx`
      insert into audit_event (id, subject, at, event, detail)
      values (${randomUUID()}, ${clientId}, ${now}, 'answer.saved', ${JSON.stringify({ questions: [question], section: '4' })})`;
    return true;
  });
