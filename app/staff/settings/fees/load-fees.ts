// Loads the fees and what was typed and not taken, once a request.
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { MOST_SERVICES, SPARE_ROWS, serviceFields } from '@/lib/clinic/fee-schedule';
import { centsAsTyped } from '@/lib/clinic/money';
import { feeScheduleNow } from '@/lib/clinic/save-fee-schedule';
import { FEES_FORM } from './addresses';

export const loadFees = cache(async () => {
  const { actor, staff } = await requireStaff('admin');
  const [now, kept] = [await feeScheduleNow(actor), await formDraft(actor, FEES_FORM)];
  // What doesn't say which fees it changes was not sent from this page: its gaps are nobody's.
  const draft = kept?.values.stamp?.[0] ? kept : null;
  const overtaken = draft?.errors.some(({ reason }) => reason === 'changed-meanwhile') ?? false;
  const typed = draft && { ...draft.values };
  const values = typed ?? asTyped(now.schedule);
  return {
    ...{ staff, draft, overtaken, schedule: now.schedule },
    value: (field: string) => values[field]?.[0] ?? '',
    rows: Math.min(MOST_SERVICES, Math.max(rowsIn(values), now.schedule.fees.length) + SPARE_ROWS),
    // Who has seen the other's fees may save over them; who has only mistyped may not.
    stamp: draft && !overtaken ? (draft.values.stamp?.[0] ?? '') : now.stamp,
  };
});

type Typed = Record<string, string[]>;
type Schedule = Awaited<ReturnType<typeof feeScheduleNow>>['schedule'];

function asTyped({ fees, currency, npi, taxId, cancellationHours }: Schedule): Typed {
  const rows = fees.flatMap(({ service, code, minutes, cents }, at) => {
    const fields = serviceFields(at + 1);
    return [
      [fields.service, [service]],
      [fields.code, [code]],
      [fields.minutes, [String(minutes)]],
      [fields.price, [centsAsTyped(cents)]],
    ] as const;
  });
  const rest = {
    currency: [currency],
    npi: [npi],
    taxId: [taxId],
    cancellationHours: [`${cancellationHours}`],
  };
  return { ...Object.fromEntries(rows), ...rest };
}

/** The last row with something in it. */
function rowsIn(values: Typed): number {
  let last = 0;
  for (let row = 1; row <= MOST_SERVICES; row += 1)
    if (Object.values(serviceFields(row)).some((field) => values[field]?.[0]?.trim())) last = row;
  return last;
}
