// A private process note is its author's to change: nothing of it is kept but how it reads now.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { processNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { type NoteFault, noteIn } from './note-text';
import { ownNoteToChange, sealNote, stampOf } from './process-notes';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

export type ChangeRefusal = 'unknown' | 'changed-meanwhile' | NoteFault;

type Asked = { reference: string; noteId: string; stamp: string; text: string };

/** `stamp`: of the words that were changed. Refused: `unknown` also for somebody else's; `changed-meanwhile`; and what is wrong with the text. */
export async function changeProcessNote(
  actor: Staff,
  asked: Asked,
): Promise<{ ok: true } | { ok: false; reason: ChangeRefusal }> {
  if (!isClinical(actor)) return { ok: false, reason: 'unknown' };
  const note = noteIn(asked.text);
  if (!note.ok) return note;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    const there = found && (await ownNoteToChange(tx, actor, found.clientId, asked.noteId));
    if (!there) return { ok: false, reason: 'unknown' };
    if (stampOf(there) !== asked.stamp) return { ok: false, reason: 'changed-meanwhile' };
    const content = await sealNote(tx, there, there.id, note.text);
    await tx.update(processNote).set({ content, changedAt: clock.now() }).where(eq(processNote.id, there.id));
    await record(tx, {
      event: 'process-note.changed',
      subject: there.clientId,
      detail: { note: there.id },
    });
    return { ok: true };
  });
}
