// A client sends back what they were asked for, or has it kept as it is for later.
import { formRoute } from '@/lib/accounts/form-route';
import { KEPT } from '@/lib/accounts/form-typed';
import { giveMore } from '@/lib/review/give-more';
import { ASKED_FORM } from '../words';

type Input = { reply: string; intent: string };

export const POST = formRoute<Input>({
  who: 'client',
  form: () => ASKED_FORM,
  page: () => '/home/asked',
  parse: (fields) => ({ ok: true, input: { reply: fields.one('reply'), intent: fields.one('intent') } }),
  act: async ({ actor }, { reply, intent }) => {
    if (intent === 'typing') return { errors: [], to: KEPT };
    if (intent === 'later') return { errors: [], to: '/home' };
    const given = await giveMore(actor, reply);
    if (given.ok) return { to: '/home?given=yes' };
    // Nothing is asked any more, or it was sent already: what was typed has nowhere to go.
    if (given.reason === 'nothing-asked') return { to: '/home' };
    return { errors: [{ field: 'reply', reason: given.reason }] };
  },
});
