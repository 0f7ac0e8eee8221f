// Loads a section to be looked over, once a request, with what its confirmation was refused for.
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { sectionNamed } from '@/lib/forms/definition';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { draftKey } from '@/lib/forms/unsaved-text';
import { requireFormsOpen } from '../../guard';

export const loadSection = cache(async (number: string) => {
  const { actor } = await requireFormsOpen(`/forms/${number}/check`);
  const { sections, intake, sent } = await sectionsToCheck(actor, number);
  const checked = sections[0] ?? notFound();
  const asked = sectionNamed(number);
  if (intake?.notForUsAt) redirect('/not-for-us');
  const draft = await formDraft(actor, draftKey(number, 'check'));
  // Only what is still missing is an error still.
  const errors = (draft?.errors ?? []).filter(({ field }) =>
    checked.answers.some(({ question, missing }) => missing && question.id === field),
  );
  return {
    ...checked,
    sent,
    errors,
    opens: asked?.opening !== undefined,
    asksAboutNotes: asked?.questions.some(({ id }) => id.startsWith('K')) ?? false,
  };
});
