// What staff typed for an estimate is checked, kept, and shown as the client would read it.
import { formRoute } from '@/lib/accounts/form-route';
import { previewEstimate } from '@/lib/estimates/estimate-file';
import { type EstimateInput, estimateFrom } from '@/lib/estimates/estimate-form';
import { estimateForm, estimatePage } from '../../addresses';

export const POST = formRoute<EstimateInput>({
  who: { staff: [] },
  form: ({ reference }) => estimateForm(reference),
  page: ({ reference }) => estimatePage(reference),
  parse: estimateFrom,
  act: async ({ actor, params: { reference = '' } }, input) => {
    const made = await previewEstimate(actor, reference, input);
    if (!made) return { to: `${estimatePage(reference)}?problem=unknown` };
    // Kept as typed: it is read again by the page that shows it.
    if (made.ok) return { errors: [], to: `${estimatePage(reference)}/preview` };
    if (made.reason === 'no-clinician') return { errors: [{ field: 'clinician', reason: made.reason }] };
    return { errors: [], to: `${estimatePage(reference)}?problem=${made.reason}` };
  },
});
