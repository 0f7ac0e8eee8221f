// An estimate as the form would send it, for made-up people of the made-up clinic.
import { previewEstimate, readEstimates } from '@/lib/estimates/estimate-file';
import { type EstimateInput, keyOfService } from '@/lib/estimates/estimate-form';
import { giveEstimate } from '@/lib/estimates/give-estimate';
import type { Staff } from '../review/made-up-intakes';

/** One first session and eleven more, at the fees of the schedule. */
export async function expecting(
  staff: Staff,
  reference: string,
  changes: Partial<EstimateInput> = {},
): Promise<EstimateInput> {
  const file = await readEstimates(staff, reference);
  if (!file) throw new Error('nobody has this reference');
  const { fees } = file.schedule;
  return {
    lines: [1, 11].map((quantity, at) => ({
      ...{ key: keyOfService(fees, at), quantity, cents: fees[at]?.cents ?? 0 },
    })),
    ...{ months: 12, frequency: 'fortnightly', clinician: '', diagnosis: null },
    made: { number: file.number, appointment: file.appointment?.reference ?? '', fees: file.fees },
    ...changes,
  };
}

/** Looks at it and gives it, as staff do. */
export async function give(staff: Staff, reference: string, changes: Partial<EstimateInput> = {}) {
  const input = await expecting(staff, reference, changes);
  const seen = await previewEstimate(staff, reference, input);
  return giveEstimate(staff, { reference, input, shown: seen?.ok ? seen.shown : '' });
}
