// Loads an appointment once a request: looking at it is one line in the record.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { readAppointment } from '@/lib/calendar/appointment-file';
import { toldByMail } from '@/lib/notices/told-by-mail';
import { cancelForm } from './addresses';

export const loadAppointment = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff();
  const file = (await readAppointment(actor, reference)) ?? notFound();
  const told = await toldByMail(actor, [file.reference]);
  const draft = await formDraft(actor, cancelForm(file.reference));
  return { file, staff, draft, mailed: told.has(file.reference) };
});
