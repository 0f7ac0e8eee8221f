// A client is asked once more before their appointment is given back.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { requireClient } from '@/lib/accounts/require';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { AppointmentRows } from '../appointment-rows';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schedule.cancel'))('title') };
}

export default async function CancelPage() {
  const { actor } = await requireClient();
  const appointment = await ownAppointment(actor);
  // Too late, or none: the page of the appointment says which.
  if (!appointment?.mayChange) redirect('/schedule/booked');
  const t = await getTranslations('schedule.cancel');
  return (
    <ClientPage signedIn back={{ href: '/schedule/booked', label: t('no') }}>
      <h1>{t('question')}</h1>
      <AppointmentRows appointment={appointment} />
      <p>{t('text')}</p>
      <p>{t('free')}</p>
      <form action="/schedule/cancel/confirm" method="post">
        <MadeFor />
        <input type="hidden" name="appointment" value={appointment.reference} />
        <ButtonRow>
          <Button kind="secondary">{t('yes')}</Button>
          <ButtonLink kind="quiet" href="/schedule/booked">
            {t('no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </ClientPage>
  );
}
