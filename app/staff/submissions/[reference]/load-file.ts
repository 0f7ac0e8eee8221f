// Loads a submission once a request, for its title and its page alike: looking at it is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type FormDraft, formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { costsOfFile } from '@/lib/estimates/costs-of-file';
import { readSubmission } from '@/lib/review/submission-file';
import { flagForm } from '../../flag-addresses';
import { askForm, correctionForm, messageForm, noteForm, openForm } from './addresses';

/** `scolds`: what is wrong with something typed earlier is said, which it isn't on top of what was just done. */
export const loadFile = cache(async (reference: string, scolds: boolean) => {
  const { actor, staff } = await requireStaff();
  const file = await readSubmission(actor, reference);
  if (!file) notFound();
  // An outcome or a try somebody began to write down, and what was wrong with it.
  const close = await formDraft(actor, flagForm(file.reference, 'close'));
  const attempt = await formDraft(actor, flagForm(file.reference, 'attempt'));
  const message = await formDraft(actor, messageForm(file.reference));
  const kept = (one: FormDraft | null) => one && { ...one, errors: scolds ? one.errors : [] };
  return {
    file,
    staff,
    drafts: { close: kept(close), attempt: kept(attempt) },
    message: kept(message),
    reason: kept(await formDraft(actor, openForm(file.reference))),
    asked: kept(await formDraft(actor, askForm(file.reference))),
    notes: {
      write: kept(await formDraft(actor, noteForm(file.reference))),
      correct: kept(await formDraft(actor, correctionForm(file.reference))),
    },
    costs: await costsOfFile(actor, file.reference),
  };
});
