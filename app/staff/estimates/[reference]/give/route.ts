// Staff give the client the estimate they have just looked at; what is refused is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { type EstimateInput, estimateFrom } from '@/lib/estimates/estimate-form';
import { giveEstimate } from '@/lib/estimates/give-estimate';
import { estimateForm, estimatePage } from '../../addresses';

export const POST = formRoute<EstimateInput>({
  who: { staff: [] },
  form: ({ reference }) => estimateForm(reference),
  page: ({ reference }) => estimatePage(reference),
  parse: estimateFrom,
  act: async ({ actor, fields, params: { reference = '' } }, input) => {
    const page = estimatePage(reference);
    const given = await giveEstimate(actor, { reference, input, shown: fields.one('shown') });
    if (given.ok) return { to: `${page}?given=${given.number}` };
    const problem = `problem=${given.reason}`;
    // Nothing is left to give, so nothing typed has to be kept.
    if (given.reason === 'already-given') return { to: `${page}?${problem}` };
    const to = given.reason === 'changed-meanwhile' ? `${page}/preview?${problem}` : `${page}?${problem}`;
    return { errors: [], to };
  },
});
