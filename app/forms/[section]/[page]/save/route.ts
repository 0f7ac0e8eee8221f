// Takes one page of the forms: to be answered, skipped, kept for later, or left as it is saved.
import type { NextRequest } from 'next/server';
import type { FieldError } from '@/lib/accounts/form-draft';
import { formRoute, type Outcome, type Params } from '@/lib/accounts/form-route';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { questionNamed, sectionNamed } from '@/lib/forms/definition';
import { nothingPosted } from '@/lib/forms/parse-page';
import type { Posted } from '@/lib/forms/parse-question';
import { type Saved, saveAnswers } from '@/lib/forms/save-answers';
import { pageSlug } from '@/lib/forms/shown';
import { draftKey } from '@/lib/forms/unsaved-text';
import { wroteNewWords } from '@/lib/forms/wrote-new-words';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { nobodyForMe } from '@/lib/scheduling/who-sees-me';
import { FROM, FROM_EVERYTHING, pathFrom } from '../../../from-everything';
import { ASKED } from '../skip-or-keep';

const INTENTS = ['continue', 'skip', 'skip-anyway', 'later', 'typing', 'keep-saved'] as const;
type Intent = (typeof INTENTS)[number];
type Input = { intent: Intent; posted: Posted; bases: Map<string, number>; fromEverything: boolean };

const at = ({ section = '', page = '' }: Params) => ({ section, page });
const pathOf = (params: Params) => `/forms/${params.section}/${params.page}`;

const saveRoute = formRoute<Input>({
  who: 'client',
  form: (params) => draftKey(at(params).section, at(params).page),
  page: pathOf,
  // What the fields must hold depends on what was answered before: the verb reads them.
  parse: (fields, params) => ({
    ok: true,
    input: {
      intent: INTENTS.find((each) => each === fields.one('intent')) ?? 'continue',
      posted: fields,
      fromEverything: fields.one(FROM) === FROM_EVERYTHING,
      bases: new Map(idsOn(params).map((id) => [id, Number(fields.one(`base-${id}`)) || 0])),
    },
  }),
  act: async ({ actor, params, fields }, { intent, posted, bases, fromEverything }) => {
    const first = await pathBefore(actor, pathOf(params));
    // What was typed is kept, for when the page opens again.
    if (first) return { errors: [], to: first };
    // Neither is an answer: it is kept as typed, raises nothing, and no member of staff sees it.
    if (intent === 'later') return { errors: [], to: '/home' };
    if (intent === 'typing') return { errors: [] };
    if (intent === 'keep-saved')
      return { to: fromEverything ? '/forms/check' : `/forms/${params.section}/check` };
    if (intent === 'skip' && (await wroteNewWords(actor, { ...at(params), values: fields.values() })))
      return { errors: [], to: `${pathOf(params)}#${ASKED}` };
    const given = intent === 'skip' || intent === 'skip-anyway' ? nothingPosted : posted;
    const saved = await saveAnswers(actor, { ...at(params), posted: given, bases, fromEverything });
    if (saved.ok && !saved.notForUs && !saved.support && decidesWhoSees(params) && (await nobodyForMe(actor)))
      return { to: '/forms/another-way' };
    return outcomeOf(saved, params, fromEverything);
  },
});

/** Where they will be, with whom, and how they meet: together these may be what nobody here can offer. */
const decidesWhoSees = (params: Params) =>
  idsOn(params).some((id) => id === 'C8' || id === 'format' || id.startsWith('A8'));

function outcomeOf(saved: Saved, params: Params, fromEverything: boolean): Outcome {
  const here = `/forms/${params.section}`;
  if (saved.ok) {
    if (saved.notForUs) return { to: '/not-for-us' };
    if (saved.support) return { to: '/support' };
    if (saved.doctor) return { to: '/support/doctor' };
    if (saved.next === 'reach') return { to: '/home/reach?changed=yes' };
    if (saved.next === 'everything') return { to: '/forms/check' };
    if (saved.next === 'check') return { to: `${here}/check` };
    return { to: pathFrom(`${here}/${saved.next.slug}`, fromEverything) };
  }
  const [field = ''] = idsOn(params);
  const why = (): FieldError[] => [{ field, reason: saved.reason }];
  switch (saved.reason) {
    case 'invalid':
      return { errors: saved.errors };
    case 'newer-version':
    case 'too-often':
      return { errors: why() };
    case 'already-sent':
      return { errors: why(), to: `${here}/check` };
    case 'not-for-us':
      return { to: '/not-for-us' };
    case 'no-such-page':
      // It was on the way when it was opened; what was typed is kept, should it come back.
      return { errors: [], to: `${here}/1` };
  }
}

/** The questions of a page, shown or not. */
function idsOn({ section = '', page = '' }: Params): readonly string[] {
  const pages = sectionNamed(section)?.pages ?? [];
  return (
    pages.find(([first]) => first !== undefined && pageSlug(first) === page)?.filter(questionNamed) ?? []
  );
}

/** A page that doesn't exist is missing, like any other. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  return idsOn(await context.params).length > 0 ? saveRoute(request, context) : plainAnswer('404');
}
