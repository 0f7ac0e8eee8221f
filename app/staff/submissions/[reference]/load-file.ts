// Loads a submission once a request, for its title and its page alike: looking at it is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type FormDraft, type FormDrafts, formDrafts } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { costsOfFile } from '@/lib/estimates/costs-of-file';
import { readSubmission } from '@/lib/review/submission-file';
import { FLAG_FORMS } from '../../flag-addresses';
import { askForm, correctionForm, formsOf, messageForm, noteForm, openForm } from './addresses';
import { leftOvers } from './left-over';

/** `scolds`: what is wrong with something typed earlier is said, which it isn't on top of what was just done. */
export const loadFile = cache(async (reference: string, scolds: boolean) => {
  const { actor, staff } = await requireStaff();
  const file = await readSubmission(actor, reference);
  if (!file) notFound();
  // What somebody began to write on this page, in whichever of its forms, and what was wrong with it.
  const drafts = await formDrafts(actor, formsOf(file.reference), `${FLAG_FORMS}${file.reference}/`);
  const begun = (isOf: (form: string) => boolean): FormDrafts =>
    new Map(
      [...drafts]
        .filter(([form]) => isOf(form))
        .map(([form, one]): [string, FormDraft] => [form, { ...one, errors: scolds ? one.errors : [] }]),
    );
  const one = (form: string) => begun((each) => each === form).get(form) ?? null;
  const { reference: here } = file;
  return {
    file,
    staff,
    drafts: begun((form) => form.startsWith(FLAG_FORMS)),
    message: one(messageForm(here)),
    reason: one(openForm(here)),
    asked: one(askForm(here)),
    notes: begun((form) => form === noteForm(here) || form.startsWith(correctionForm(here, ''))),
    leftOver: leftOvers(file, drafts),
    costs: await costsOfFile(actor, here),
  };
});
