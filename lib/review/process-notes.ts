// A clinician's private process notes about one client: for their author alone. What nobody else may open stands in a store that nothing else reads.
import { and, count, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { processNote } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { openOwn, sealOwn } from '@/lib/vault/own-key';
import { isOnTheCase } from './on-the-case';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

export type ProcessNote = { id: string; text: string; writtenAt: Date; changedAt: Date | null };

/** What a form sends back to say which words it was made from. */
export const stampOf = ({ writtenAt, changedAt }: Pick<ProcessNote, 'writtenAt' | 'changedAt'>): string =>
  (changedAt ?? writtenAt).toISOString();

const placeOf = (row: string) => ({ table: 'process_note', column: 'content', row });

type Whose = { clientId: string; authorId: string };

export const sealNote = (tx: Tx, { clientId, authorId }: Whose, id: string, text: string) =>
  sealOwn(tx, { owner: authorId, subject: clientId }, placeOf(id), text);

export const openNote = (tx: Tx, { clientId, authorId }: Whose, id: string, sealed: string) =>
  openOwn(tx, { owner: authorId, subject: clientId }, placeOf(id), sealed);

const own = ({ clientId, authorId }: Whose) =>
  and(eq(processNote.clientId, clientId), eq(processNote.authorId, authorId));

/** How many `actor` keeps about this client; 0 for whoever keeps none, and never anybody else's. */
export async function countOwnProcessNotes(tx: Tx, actor: Staff, clientId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(processNote)
    .where(own({ clientId, authorId: actor.id }));
  return row?.n ?? 0;
}

/** One of the actor's own, locked until the transaction ends; null for anybody else's. */
export async function ownNoteToChange(tx: Tx, actor: Staff, clientId: string, id: string) {
  const [row] = await tx
    .select()
    .from(processNote)
    .where(and(own({ clientId, authorId: actor.id }), eq(processNote.id, id)))
    .for('update');
  return row ?? null;
}

export type OwnProcessNotes = NonNullable<Awaited<ReturnType<typeof readProcessNotes>>>;

/**
 * The newest first; that they were read is one line in the record. Null for a submission that isn't there or isn't
 * theirs, and for whoever is neither on the case nor keeps any. `mayWrite`: they are on the case.
 */
export async function readProcessNotes(actor: Staff, reference: string) {
  if (!isClinical(actor)) return null;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || found.status === 'draft') return null;
    const { clientId } = found;
    const rows = await tx
      .select()
      .from(processNote)
      .where(own({ clientId, authorId: actor.id }))
      .orderBy(desc(processNote.writtenAt), desc(processNote.id));
    const mayWrite = await isOnTheCase(tx, actor, found);
    if (!mayWrite && rows.length === 0) return null;
    const notes: ProcessNote[] = [];
    for (const { id, content, writtenAt, changedAt } of rows) {
      const text = await openNote(tx, { clientId, authorId: actor.id }, id, content);
      notes.push({ id, text, writtenAt, changedAt });
    }
    const { zone } = await clinicOf(tx);
    await record(tx, { event: 'process-note.read', subject: clientId, detail: { notes: notes.length } });
    return { reference: found.reference, notes, mayWrite, zone };
  });
}
