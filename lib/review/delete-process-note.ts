// A private process note is its author's to delete, for good; that there was one, and when it went, stays in the record.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { processNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { ownNoteToChange, stampOf } from './process-notes';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

/** Deleted already is deleted. Refused: `changed-meanwhile` when it reads differently from what was before their eyes. */
export async function deleteProcessNote(
  actor: Staff,
  asked: { reference: string; noteId: string; stamp: string },
): Promise<{ ok: true } | { ok: false; reason: 'changed-meanwhile' }> {
  if (!isClinical(actor)) return { ok: true };
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    const there = found && (await ownNoteToChange(tx, actor, found.clientId, asked.noteId));
    if (!there) return { ok: true };
    if (stampOf(there) !== asked.stamp) return { ok: false, reason: 'changed-meanwhile' };
    await tx.delete(processNote).where(eq(processNote.id, there.id));
    await record(tx, {
      event: 'process-note.deleted',
      subject: there.clientId,
      detail: { note: there.id },
    });
    return { ok: true };
  });
}
