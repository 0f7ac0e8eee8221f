// Whoever wrote a note puts it right: the right words stand in its place, and what stood there before stays to be read.
import { and, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clinicalNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { notePlace } from './clinical-notes';
import { type NoteFault, noteIn } from './note-text';
import { type Staff, submissionByReference } from './submission-by-reference';

export type CorrectionRefusal = 'unknown' | 'changed-meanwhile' | NoteFault;

type Asked = { reference: string; noteId: string; revision: number; text: string; formToken: string };

/**
 * `revision`: the one that was put right. Refused: `unknown` also for a note of somebody else, or on a case one is no
 * longer on; `changed-meanwhile` when it was put right since in another window; and what is wrong with the text.
 */
export async function correctClinicalNote(
  actor: Staff,
  asked: Asked,
): Promise<{ ok: true } | { ok: false; reason: CorrectionRefusal }> {
  const note = noteIn(asked.text);
  if (!note.ok) return note;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    const newest = found && (await newestOf(tx, actor, found.clientId, asked.noteId));
    if (!found || !newest) return { ok: false, reason: 'unknown' };
    if (newest.formToken === asked.formToken) return { ok: true };
    if (newest.revision !== asked.revision) return { ok: false, reason: 'changed-meanwhile' };
    const id = newId();
    const { clientId } = found;
    const [written] = await tx
      .insert(clinicalNote)
      .values({
        ...{ id, noteId: asked.noteId, revision: asked.revision + 1, clientId },
        ...{ writtenBy: actor.id, writtenAt: clock.now(), formToken: asked.formToken },
        content: await sealFor(tx, clientId, notePlace(id), note.text),
      })
      // Of two who put the same words right, the index lets in one.
      .onConflictDoNothing()
      .returning({ id: clinicalNote.id });
    if (!written) {
      const stands = await newestOf(tx, actor, clientId, asked.noteId);
      return stands?.formToken === asked.formToken
        ? { ok: true }
        : { ok: false, reason: 'changed-meanwhile' };
    }
    const detail = { note: asked.noteId, revision: asked.revision + 1 };
    await record(tx, { event: 'note.corrected', subject: clientId, detail });
    return { ok: true };
  });
}

async function newestOf(tx: Tx, actor: Staff, clientId: string, noteId: string) {
  const [row] = await tx
    .select({ revision: clinicalNote.revision, formToken: clinicalNote.formToken })
    .from(clinicalNote)
    .where(
      and(
        eq(clinicalNote.noteId, noteId),
        eq(clinicalNote.clientId, clientId),
        eq(clinicalNote.writtenBy, actor.id),
      ),
    )
    .orderBy(desc(clinicalNote.revision))
    .limit(1);
  return row ?? null;
}
