// A file taken out of the house on paper or as a PDF: that it was, and how much of it, is one line in the record.
import { as } from '@/db/client';
import { isOnTheCase } from './on-the-case';
import { choiceIn, type PrintChoice } from './print-choice';
import { type Staff, submissionByReference } from './submission-by-reference';
import { readSubmission, type SubmissionFile } from './submission-file';

/** Nothing of the file is read. Null for one that isn't there or was not sent; `clinical`: they are on the case. */
export async function fileToChooseFrom(
  actor: Staff,
  reference: string,
): Promise<{ reference: string; clinical: boolean } | null> {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found || found.status === 'draft') return null;
    return { reference: found.reference, clinical: await isOnTheCase(tx, actor, found) };
  });
}

export type FileToPrint = { file: SubmissionFile; choice: PrintChoice };

/** Refused: `unknown`, as above; `nothing-chosen`. `search`: what the address says was chosen. */
export async function fileToPrint(
  actor: Staff,
  reference: string,
  search: Parameters<typeof choiceIn>[0],
  medium: 'paper' | 'pdf',
): Promise<({ ok: true } & FileToPrint) | { ok: false; reason: 'unknown' | 'nothing-chosen' }> {
  const found = await fileToChooseFrom(actor, reference);
  if (!found) return { ok: false, reason: 'unknown' };
  const choice = choiceIn(search, found.clinical);
  if (!choice) return { ok: false, reason: 'nothing-chosen' };
  const detail = { medium, ...choice };
  const file = await readSubmission(actor, reference, { event: 'submission.printed', detail });
  return file ? { ok: true, file, choice } : { ok: false, reason: 'unknown' };
}
