// A clinician on the case writes down something that belongs in the client's record.
import { and, desc, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { clinicalNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { openFor, sealFor } from '@/lib/vault/keys';
import { notePlace } from './clinical-notes';
import { type NoteFault, noteIn } from './note-text';
import { isOnTheCase } from './on-the-case';
import { isSaidAgain } from './said-again';
import { type Staff, submissionByReference } from './submission-by-reference';

export type NoteRefusal = 'unknown' | 'not-on-the-case' | 'not-now' | NoteFault;

/**
 * The same form sent twice writes once, and so do the same words pressed again (`said-again.ts`). Refused: `unknown`; `not-on-the-case` (front desk and admins never are);
 * `not-now` before the forms were sent; and what is wrong with the text.
 */
export async function writeClinicalNote(
  actor: Staff,
  asked: { reference: string; text: string; formToken: string },
): Promise<{ ok: true } | { ok: false; reason: NoteRefusal }> {
  const note = noteIn(asked.text);
  if (!note.ok) return note;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    if (!found) return { ok: false, reason: 'unknown' };
    if (!(await isOnTheCase(tx, actor, found))) return { ok: false, reason: 'not-on-the-case' };
    if (found.status === 'draft') return { ok: false, reason: 'not-now' };
    const { clientId } = found;
    const [last] = await tx
      .select()
      .from(clinicalNote)
      .where(and(eq(clinicalNote.clientId, clientId), eq(clinicalNote.writtenBy, actor.id)))
      .orderBy(desc(clinicalNote.writtenAt), desc(clinicalNote.id))
      .limit(1);
    const open = (row: typeof clinicalNote.$inferSelect) =>
      openFor(tx, clientId, notePlace(row.id), row.content);
    if (await isSaidAgain(last, { text: note.text, open })) return { ok: true };
    const id = newId();
    const [written] = await tx
      .insert(clinicalNote)
      .values({
        ...{ id, noteId: id, revision: 1, clientId, writtenBy: actor.id, writtenAt: clock.now() },
        content: await sealFor(tx, clientId, notePlace(id), note.text),
        formToken: asked.formToken,
      })
      .onConflictDoNothing()
      .returning({ id: clinicalNote.id });
    if (written) await record(tx, { event: 'note.written', subject: clientId, detail: { note: id } });
    return { ok: true };
  });
}
