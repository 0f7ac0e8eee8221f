// Days that staff want to put in or take out are checked and kept, and what it would do is shown; nothing is saved.
import { previewDays } from '@/lib/scheduling/change-days';
import { daysPreview } from '../../../addresses';
import { daysProblem, daysRoute } from '../days-route';

export const POST = daysRoute(async (actor, asked) => {
  const looked = await previewDays(actor, asked);
  // Kept as typed: it is read again by the page that shows it.
  if (looked.ok) return { errors: [], to: daysPreview(asked.clinician) };
  return daysProblem(asked.clinician, looked.reason);
});
