// A clinician on the case notes something for themselves alone.
import { and, desc, eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { processNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { noteIn } from './note-text';
import { isOnTheCase } from './on-the-case';
import { openNote, sealNote } from './process-notes';
import { isSaidAgain } from './said-again';
import { type Staff, submissionByReference } from './submission-by-reference';
import type { NoteRefusal } from './write-clinical-note';

/** The same form sent twice writes once, and so do the same words pressed again (`said-again.ts`). Refused: as a clinical note is. */
export async function writeProcessNote(
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
    const [id, whose] = [newId(), { clientId: found.clientId, authorId: actor.id }];
    const [last] = await tx
      .select()
      .from(processNote)
      .where(and(eq(processNote.clientId, whose.clientId), eq(processNote.authorId, whose.authorId)))
      .orderBy(desc(processNote.writtenAt), desc(processNote.id))
      .limit(1);
    const open = (row: typeof processNote.$inferSelect) => openNote(tx, whose, row.id, row.content);
    if (await isSaidAgain(last, { text: note.text, open })) return { ok: true };
    const [written] = await tx
      .insert(processNote)
      .values({
        ...{ id, ...whose, writtenAt: clock.now(), formToken: asked.formToken },
        content: await sealNote(tx, whose, id, note.text),
      })
      .onConflictDoNothing()
      .returning({ id: processNote.id });
    if (written)
      await record(tx, { event: 'process-note.written', subject: whose.clientId, detail: { note: id } });
    return { ok: true };
  });
}
