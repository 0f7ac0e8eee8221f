// Loads the closed days and what was typed and not taken, once a request.
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { DAYS_REASONS } from '@/lib/scheduling/days-typed';
import { mayEditHolidays } from '@/lib/scheduling/may-edit-hours';
import { holidaysAhead } from '@/lib/scheduling/read-hours';
import { HOLIDAYS_FORM } from './addresses';

export const loadHolidays = cache(async () => {
  const { actor, staff } = await requireStaff();
  const mayEdit = mayEditHolidays(actor);
  const kept = mayEdit ? await formDraft(actor, HOLIDAYS_FORM) : null;
  // Days that were to be opened again are no beginning of days to close.
  const draft = kept?.values.what?.[0] === 'add' ? kept : null;
  const t = await getTranslations('hours.days.errors');
  const errors = (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = DAYS_REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(known) }] : [];
  });
  return { ...(await holidaysAhead(actor)), staff, mayEdit, draft, errors };
});

export type LoadedHolidays = Awaited<ReturnType<typeof loadHolidays>>;
