// Takes one page of the forms: to be answered, skipped, kept for later, or left as it is saved.
import type { NextRequest } from 'next/server';
import type { FieldError } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import type { Outcome, Params } from '@/lib/accounts/form-spec';
import { KEPT, KEPT_BESIDE } from '@/lib/accounts/form-typed';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { type CameFrom, cameFrom, FROM, pathFrom } from '@/lib/forms/came-from';
import { questionNamed, sectionNamed } from '@/lib/forms/definition';
import type { Posted } from '@/lib/forms/parse-question';
import type { Saved } from '@/lib/forms/save-answers';
import { pageSlug } from '@/lib/forms/shown';
import { draftKey } from '@/lib/forms/unsaved-text';
import { type SavedPage, savePage } from '@/lib/onboarding/save-page';
import { ASKED } from '../skip-or-keep';

const INTENTS = ['continue', 'skip', 'skip-anyway', 'later', 'typing', 'keep-saved'] as const;
type Intent = (typeof INTENTS)[number];
type Input = { intent: Intent; posted: Posted; bases: Map<string, number>; from: CameFrom | null };

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
      from: cameFrom(fields.one(FROM)),
      bases: new Map(idsOn(params).map((id) => [id, Number(fields.one(`base-${id}`)) || 0])),
    },
  }),
  act: async ({ actor, params, fields }, { intent, ...input }) => {
    const typed = fields.values();
    if (intent === 'keep-saved') return { to: backTo(input.from, params) };
    // What the browser hands in while somebody types is no answer: it raises nothing, and no member of staff sees it.
    const keeps = intent === 'typing';
    const skips = intent === 'skip' ? { written: typed } : intent === 'skip-anyway' && { written: null };
    const saving = { ...at(params), ...input, typed, keeps, ...(skips && { skips }) };
    const done = await savePage(actor, pathOf(params), saving);
    if (intent === 'later' && !(done.ok && leadsAway(done))) return forLater(done);
    // What was typed is kept, for when the page opens again.
    if (!done.ok && done.reason === 'first') return { errors: [], to: done.to };
    if (!done.ok) return refusal(done, params, input.from);
    if (done.kept) return { errors: [], to: done.beside ? KEPT_BESIDE : KEPT };
    if (done.nobody) return { to: '/forms/another-way' };
    return { to: after(done.saved, params, input.from) };
  },
});

/** To help, or to what decides whether they can go on: that comes first, also for whoever goes on another day. */
const leadsAway = (done: Extract<SavedPage, { ok: true }>): boolean =>
  !done.kept && (done.nobody || done.saved.support || done.saved.doctor || done.saved.notForUs);

/** Saved as "Continue" saves it; what is no whole answer yet is kept as it was typed, and nobody is scolded for it. */
const forLater = (done: SavedPage): Outcome => (done.ok ? { to: '/home' } : { errors: [], to: '/home' });

const backTo = (from: CameFrom | null, { section }: Params): string => {
  if (from === 'asked') return '/home/asked';
  return from ? '/forms/check' : `/forms/${section}/check`;
};

function after(
  { next, notForUs, support, doctor }: Extract<Saved, { ok: true }>,
  params: Params,
  from: CameFrom | null,
) {
  const here = `/forms/${params.section}`;
  if (notForUs) return '/not-for-us';
  if (support) return '/support';
  if (doctor) return '/support/doctor';
  if (next === 'reach') return '/home/reach?changed=yes';
  if (next === 'everything') return '/forms/check';
  if (next === 'sent') return '/forms/check?changed=yes';
  if (next === 'asked') return '/home/asked';
  if (next === 'check') return `${here}/check`;
  return pathFrom(`${here}/${next.slug}`, from);
}

function refusal(refused: Exclude<Saved, { ok: true }>, params: Params, from: CameFrom | null): Outcome {
  const here = `/forms/${params.section}`;
  const page = pathFrom(pathOf(params), from);
  const [field = ''] = idsOn(params);
  const why = (): FieldError[] => [{ field, reason: refused.reason }];
  switch (refused.reason) {
    case 'invalid':
      return { errors: refused.errors, to: page };
    case 'would-remove-words':
      return { errors: [], to: `${page}#${ASKED}` };
    case 'newer-version':
    case 'too-often':
      return { errors: why(), to: page };
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
