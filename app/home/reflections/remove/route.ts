// Takes one note away.
import { formRoute } from '@/lib/accounts/form-route';
import { removeReflection } from '@/lib/guide/remove-reflection';

export const POST = formRoute<string>({
  who: 'client',
  form: () => 'home/reflections',
  page: () => '/home/reflections',
  parse: (fields) => ({ ok: true, input: fields.one('question') }),
  act: async ({ actor }, question) => {
    await removeReflection(actor, question);
    return { to: '/home/reflections' };
  },
});
