// What was typed on this page in another window is put into the form again, or removed.
import { formRoute, type Params } from '@/lib/accounts/form-route';
import { cameFrom, FROM, pathFrom } from '@/lib/forms/came-from';
import { dealWithAside } from '@/lib/forms/typed-elsewhere';
import { draftKey } from '@/lib/forms/unsaved-text';

const keyOf = ({ section = '', page = '' }: Params) => draftKey(section.slice(0, 4), page.slice(0, 20));
const pathOf = ({ section = '', page = '' }: Params) =>
  `/forms/${encodeURIComponent(section)}/${encodeURIComponent(page)}`;

export const POST = formRoute<{ id: string; use: boolean; to: string | undefined }>({
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
