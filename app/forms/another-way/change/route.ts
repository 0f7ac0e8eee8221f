// A client chooses to come otherwise, by one press, and goes on where they were.
import { formRoute } from '@/lib/accounts/form-route';
import { changeHowToCome } from '@/lib/forms/change-how-to-come';

const FORMATS = ['video', 'in-person'] as const;

export const POST = formRoute({
  who: 'client',
  form: () => 'forms/another-way',
  page: () => '/forms/another-way',
  parse: (fields) => {
    const format = FORMATS.find((each) => each === fields.one('format'));
    const alone = fields.one('company') === 'alone';
    const instead = { ...(alone && { company: 'alone' as const }), ...(format && { format }) };
    return { ok: true, input: { instead, after: fields.one('after') } };
  },
  act: async ({ actor }, { instead, after }) => {
    const done = await changeHowToCome(actor, instead);
    if (!done.ok) return { to: done.reason === 'not-for-us' ? '/not-for-us' : '/home' };
    return { to: after === 'schedule' ? '/schedule' : '/forms/1/1' };
  },
});
