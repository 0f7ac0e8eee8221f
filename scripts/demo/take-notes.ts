// What the demo's clinician wrote down about the made-up clients: through the same verbs as in the clinic.

import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { clinicalNotes } from '@/lib/review/clinical-notes';
import { correctClinicalNote } from '@/lib/review/correct-clinical-note';
import { writeClinicalNote } from '@/lib/review/write-clinical-note';
import { writeProcessNote } from '@/lib/review/write-process-note';

type Staff = Actor & { kind: 'staff' };

/** `putRight`: what it should have said. `forThemselves`: a process note, which nobody but its author reads. */
export type MadeUpStaffNote = { text: string; putRight?: string; forThemselves?: true };

export async function takeNote(staff: Staff, clientId: string, note: MadeUpStaffNote) {
  const reference = await as(staff, async (tx) => {
    const [row] = await tx.select().from(submission).where(eq(submission.clientId, clientId));
    return row?.reference ?? '';
  });
  const write = note.forThemselves ? writeProcessNote : writeClinicalNote;
  mustHold(await write(staff, { reference, text: note.text, formToken: newId() }));
  if (!note.putRight) return;
  const [newest] = await as(staff, (tx) => clinicalNotes(tx, clientId));
  if (!newest) throw new Error('The demo has lost a note.');
  const { id: noteId, revision } = newest;
  const right = { reference, noteId, revision, text: note.putRight, formToken: newId() };
  mustHold(await correctClinicalNote(staff, right));
}

function mustHold(done: { ok: boolean; reason?: string }) {
  if (!done.ok) throw new Error(`The demo could not write a note: ${done.reason}`);
}
