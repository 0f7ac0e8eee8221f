// A client lets go the time that is kept for them.
import { formRoute } from '@/lib/accounts/form-route';
import { letOfferGo } from '@/lib/scheduling/let-offer-go';

export const POST = formRoute<string>({
  who: 'client',
  form: () => 'schedule/waiting/let-go',
  page: () => '/schedule/waiting',
  parse: (fields) => ({ ok: true, input: fields.one('offer') }),
  act: async ({ actor }, reference) => {
    await letOfferGo(actor, reference);
    return { to: '/schedule/waiting?gone=yes' };
  },
});
