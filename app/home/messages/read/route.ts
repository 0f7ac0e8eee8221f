// A client says that they have read a message.
import { formRoute } from '@/lib/accounts/form-route';
import { markMessageRead } from '@/lib/review/my-messages';

export const POST = formRoute({
  who: 'client',
  form: () => 'home/messages',
  page: () => '/home/messages',
  parse: (fields) => ({ ok: true, input: fields.id('message') }),
  act: async ({ actor }, id) => {
    if (id) await markMessageRead(actor, id);
    return { to: '/home/messages' };
  },
});
