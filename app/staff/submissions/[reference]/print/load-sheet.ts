// Loads what was chosen of a file, once a request: taking it out on paper is one line in the record.
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { briefly } from '@/components/when';
import { requireFreshStaff } from '@/lib/accounts/require';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { clock } from '@/lib/env/clock';
import { fileToPrint } from '@/lib/review/file-to-print';
import { nothingChosen } from './addresses';

type Search = Record<string, string | string[] | undefined>;

/** `when`: on the clinic's clock. */
export async function loadSheet(reference: string, search: Search, medium: 'paper' | 'pdf') {
  const { actor, staff } = await requireFreshStaff();
  const found = await fileToPrint(actor, reference, search, medium);
  if (!found.ok) return found.reason === 'nothing-chosen' ? redirect(nothingChosen(reference)) : notFound();
  const { file, choice } = found;
  const { country } = await hoursOfClinic(actor);
  const printed = { reference: file.reference, name: staff.name, when: briefly(clock.now(), file.zone) };
  return { staff, country, printed, sheet: { file, choice, t: await getTranslations('print') } };
}
