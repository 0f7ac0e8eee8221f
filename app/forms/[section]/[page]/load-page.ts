// Loads one page of the forms, once a request, for its title and itself.
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownAsides } from '@/lib/accounts/typed-elsewhere';
import { stampOf } from '@/lib/accounts/written';
import { newId } from '@/lib/env/ids';
import { cameFrom, FROM } from '@/lib/forms/came-from';
import { type PageToShow, pageByNumber, pageToShow } from '@/lib/forms/page-to-show';
import { startingValues } from '@/lib/forms/prefill';
import { differs, draftKey } from '@/lib/forms/unsaved-text';
import { isUrgedToAddKey } from '@/lib/onboarding/urge-second-key';
import { requireFormsOpen } from '../../guard';

/** `asked`: the place in the address that it was opened from. */
export const loadPage = cache(async (section: string, slug: string, asked: string | undefined) => {
  const { actor } = await requireFormsOpen(`/forms/${section}/${slug}`);
  if (/^\d{1,2}$/.test(slug)) {
    const place = (await pageByNumber(actor, section, Number(slug))) ?? notFound();
    redirect(`/forms/${section}/${typeof place === 'string' ? place : place.slug}`);
  }
  const draft = await formDraft(actor, draftKey(section, slug));
  // Refused, they come back without the query: the form itself says where it was opened from.
  const from = cameFrom(asked) ?? cameFrom(draft?.values[FROM]?.[0]);
  const shown = (await pageToShow(actor, section, slug, from)) ?? notFound();
  if (shown.sent) redirect(`/forms/${section}/check`);
  if (shown.notForUs) redirect('/not-for-us');

  const { page, answers } = shown;
  const kept = draft !== null && (draft.errors.length > 0 || differs(page.questions, answers, draft.values));
  const revisions = page.questions.map(({ id }) => ({ id, revision: answers.get(id)?.revision ?? 0 }));
  return {
    ...shown,
    actor,
    from,
    thisPage: newId(),
    openedOn: stampOf(draft),
    /** Typed here in another window, and put nowhere yet. */
    asides: (await ownAsides(actor, draftKey(section, slug))).filter(({ draft: { values } }) =>
      differs(page.questions, answers, values),
    ),
    revisions,
    /** They have just said that somebody else may read their mail: what helps against that is offered at once. */
    offersPin: section === '1' && shown.before?.slug === 'a1' && (await isUrgedToAddKey(actor)),
    values: kept ? draft.values : startingValuesOf(shown),
    errors: kept ? draft.errors : [],
    /** What stands there came over the phone, and nobody has said it here yet. */
    fromPhone: !kept && shown.given.size > 0,
    /** Typed before, and not taken as an answer. */
    unsaved: kept,
    /** Skip was pressed, and what was written has yet to be kept or removed. */
    skipping: kept && draft.errors.length === 0 && draft.values.intent?.[0] === 'skip',
    /** The answer was changed elsewhere after this text was typed. */
    overtaken: kept && revisions.some(({ id, revision }) => revision > baseOf(draft.values, id)),
  };
});

export type LoadedPage = Awaited<ReturnType<typeof loadPage>>;

function startingValuesOf({
  page,
  answers,
  given,
}: Pick<PageToShow, 'page' | 'answers' | 'given'>): Record<string, string[]> {
  const begunWith = new Map([...answers, ...given]);
  return Object.assign({}, ...page.questions.map((question) => startingValues(question, begunWith)));
}

/** The revision of an answer that the form was opened on; the hidden field's name is `base-A1`. */
export const baseOf = (values: Record<string, string[]>, id: string): number =>
  Number(/^\d{1,6}$/.exec(values[`base-${id}`]?.[0] ?? '')?.[0] ?? 0);
