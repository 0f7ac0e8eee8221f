// What clinicians wrote down about a client: the newest words of each note, and what stood there before, for the clinical staff on the case.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clinicalNote, staffMember } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';

export type NoteRevision = { revision: number; text: string; writtenAt: Date };

export type ClinicalNote = NoteRevision & {
  /** The id of its first revision. */
  id: string;
  authorId: string;
  author: string;
  /** What it said before it was put right, the newest first. */
  earlier: NoteRevision[];
};

/** Where a revision is sealed, under the client's key. */
export const notePlace = (row: string) => ({ table: 'clinical_note', column: 'content', row });

/** The note written last comes first, whenever it was put right. None for whoever is not on the case: the policies say so. */
export async function clinicalNotes(tx: Tx, clientId: string): Promise<ClinicalNote[]> {
  const rows = await tx
    .select({ note: clinicalNote, author: staffMember.name })
    .from(clinicalNote)
    .innerJoin(staffMember, eq(staffMember.id, clinicalNote.writtenBy))
    .where(eq(clinicalNote.clientId, clientId))
    .orderBy(asc(clinicalNote.writtenAt), asc(clinicalNote.revision));
  const notes = new Map<string, ClinicalNote>();
  for (const { note, author } of rows) {
    const { id, noteId, revision, writtenBy: authorId, writtenAt, content } = note;
    const text = await openFor(tx, clientId, notePlace(id), content);
    const before = notes.get(noteId);
    const earlier = before
      ? [{ revision: before.revision, text: before.text, writtenAt: before.writtenAt }, ...before.earlier]
      : [];
    notes.set(noteId, { id: noteId, authorId, author, revision, text, writtenAt, earlier });
  }
  // A map keeps the order in which the notes were first written.
  return [...notes.values()].reverse();
}
