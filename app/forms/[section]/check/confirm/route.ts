// The client says that a section is as they want it.
import type { NextRequest } from 'next/server';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { confirmSection } from '@/lib/forms/confirm-section';
import { questionNamed, sectionNamed } from '@/lib/forms/definition';
import { draftKey } from '@/lib/forms/unsaved-text';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { LEAVES, UNSAVED } from '../../../unsaved-words';

const pathOf = ({ section }: Params) => `/forms/${section}/check`;

const confirmRoute = formRoute<{ section: string }>({
  who: 'client',
  form: ({ section = '' }) => draftKey(section, 'check'),
  page: pathOf,
  parse: (_, { section = '' }) => ({ ok: true, input: { section } }),
  act: async ({ actor, params, fields }, { section }) => {
    const first = await pathBefore(actor, `${pathOf(params)}/confirm`);
    if (first) return { to: first };
    const confirmed = await confirmSection(actor, section, fields.all(LEAVES));
    if (confirmed.ok) return { to: '/home' };
    switch (confirmed.reason) {
      case 'answers-missing':
        return {
          errors: confirmed.missing.map((id) => ({
            field: id,
            reason: confirmed.reason,
            values: labelOf(id),
          })),
        };
      case 'not-for-us':
        return { to: '/not-for-us' };
      case 'words-unsaved':
        return { to: `${pathOf(params)}#${UNSAVED}` };
      case 'already-sent':
        return { to: pathOf(params) };
      case 'not-begun':
      case 'no-such-section':
        return { to: '/home' };
    }
  },
});

const labelOf = (id: string) => ({ label: questionNamed(id)?.short ?? '' });

/** A section that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { section = '' } = await context.params;
  return sectionNamed(section) ? confirmRoute(request, context) : plainAnswer('404');
}
