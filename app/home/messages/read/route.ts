// A client says that they have read a message.
import { formRoute } from '@/lib/accounts/form-route';
import { markMessageRead } from '@/lib/review/my-messages';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const POST = formRoute({
  who: 'client',
  form: () => 'home/messages',
  page: () => '/home/messages',
  parse: (fields) => ({ ok: true, input: fields.one('message') }),
  act: async ({ actor }, id) => {
    if (UUID.test(id)) await markMessageRead(actor, id);
    return { to: '/home/messages' };
  },
});
