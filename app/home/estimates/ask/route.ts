// A client asks for an estimate; asked twice is once.
import { formRoute } from '@/lib/accounts/form-route';
import { requestEstimate } from '@/lib/estimates/request-estimate';

export const POST = formRoute<null>({
  who: 'client',
  form: () => 'home/estimates/ask',
  page: () => '/home/estimates',
  parse: () => ({ ok: true, input: null }),
  act: async ({ actor }) => {
    const asked = await requestEstimate(actor);
    return { to: asked.ok ? '/home/estimates?asked=yes' : '/home/estimates' };
  },
});
