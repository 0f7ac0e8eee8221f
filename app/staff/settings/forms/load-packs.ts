// Loads which parts are asked, and a choice that was not taken, once a request.
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import type { Pack } from '@/lib/clinic/packs';
import { packsOffNow, stampOfPacks } from '@/lib/forms/save-packs';
import { boxOf, FORMS_FORM } from './addresses';

/**
 * `typed`: a choice that was just overtaken is shown beside what holds, and one that is being thought over is shown again; whoever
 * comes back later sees what holds.
 */
export const loadPacks = cache(async (typed: boolean) => {
  const { actor, staff } = await requireStaff('admin');
  const [off, kept] = [await packsOffNow(actor), typed ? await formDraft(actor, FORMS_FORM) : null];
  // What doesn't say which choice it changes was not sent from this page: its gaps are nobody's.
  const draft = kept?.values.stamp?.[0] ? kept : null;
  return {
    ...{
      staff,
      off,
      draft,
      overtaken: draft?.errors.some(({ reason }) => reason === 'changed-meanwhile') ?? false,
    },
    ticked: (pack: Pack) => (draft ? draft.values[boxOf(pack)]?.[0] === 'yes' : !off.includes(pack)),
    stamp: stampOfPacks(off),
  };
});
