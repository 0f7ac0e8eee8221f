// A whole section skipped by one press: it counts as done, with every question left open, and can be opened again.
import type { NextRequest } from 'next/server';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { confirmSection } from '@/lib/forms/confirm-section';
import { sectionNamed } from '@/lib/forms/definition';
import { draftKey } from '@/lib/forms/unsaved-text';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { LEAVES, UNSAVED } from '../../../unsaved-words';

const here = ({ section }: Params) => `/forms/${section}`;

const skipRoute = formRoute<{ section: string }>({
  who: 'client',
  form: ({ section = '' }) => draftKey(section, 'start'),
  page: (params) => `${here(params)}/start`,
  parse: (_, { section = '' }) => ({ ok: true, input: { section } }),
  act: async ({ actor, params, fields }, { section }) => {
    const first = await pathBefore(actor, `${here(params)}/start/skip`);
    if (first) return { to: first };
    const skipped = await confirmSection(actor, section, fields.all(LEAVES));
    if (skipped.ok) return { to: '/home' };
    switch (skipped.reason) {
      case 'not-for-us':
        return { to: '/not-for-us' };
      case 'words-unsaved':
        return { to: `${here(params)}/start#${UNSAVED}` };
      case 'answers-missing':
      case 'already-sent':
        return { to: `${here(params)}/check` };
      case 'not-begun':
      case 'no-such-section':
        return { to: '/home' };
    }
  },
});

/** Only what has an opening is skipped from there; anything else is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { section = '' } = await context.params;
  return sectionNamed(section)?.opening ? skipRoute(request, context) : plainAnswer('404');
}
