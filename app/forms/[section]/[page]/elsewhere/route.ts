// What was typed on this page in another window is put into the form again, or removed.
import type { NextRequest } from 'next/server';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { dealWithAside } from '@/lib/accounts/typed-elsewhere';
import { cameFrom, FROM, pathFrom } from '@/lib/forms/came-from';
import { sectionNamed } from '@/lib/forms/definition';
import { pageSlug } from '@/lib/forms/shown';
import { draftKey } from '@/lib/forms/unsaved-text';

const keyOf = ({ section = '', page = '' }: Params) => draftKey(section, page);
const pathOf = ({ section, page }: Params) => `/forms/${section}/${page}`;

const elsewhereRoute = formRoute<{ id: string; use: boolean; to: string | undefined }>({
  who: 'client',
  form: (params) => `${keyOf(params)}/elsewhere`,
  page: pathOf,
  parse: (fields) => ({
    ok: true,
    input: { id: fields.id('aside'), use: fields.one('intent') === 'use', to: fields.one(FROM) },
  }),
  act: async ({ actor, params }, { id, use, to }) => {
    if (id) await dealWithAside(actor, keyOf(params), id, use);
    return { to: pathFrom(pathOf(params), cameFrom(to)) };
  },
});

/** A page that doesn't exist is missing, like any other. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { section = '', page = '' } = await context.params;
  const pages = sectionNamed(section)?.pages ?? [];
  const there = pages.some(([first]) => first !== undefined && pageSlug(first) === page);
  return there ? elsewhereRoute(request, context) : plainAnswer('404');
}
