// Staff choose another time for an appointment, and look at it once more before it is moved.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { timesToMove } from '@/lib/calendar/times-for-client';
import { appointmentPage } from '../../../calendar-addresses';
import type { Query } from '../../../queue-address';
import { TimeCheck } from '../../time-check';
import { TimeProblem, Times } from '../../times';
import { askedIn, chosenIn } from '../../times-address';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('calendar.times');
  return { title: t(chosenIn(await searchParams) ? 'checkTitle' : 'moveTitle') };
}

export default async function MovePage({ params, searchParams }: Props) {
  const { actor, staff } = await requireStaff(...MAY_SCHEDULE);
  const { reference } = await params;
  const query = await searchParams;
  const times = (await timesToMove(actor, reference, askedIn(query))) ?? notFound();
  const chosen = times.reason ? null : chosenIn(query);
  const t = await getTranslations('calendar.times');
  const page = appointmentPage(reference);
  const here = `${page}/move`;
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href={chosen ? here : page}>{t(chosen ? 'backToTimes' : 'backToAppointment')}</BackLink>
      <TimeProblem query={query} />
      <h1>{t('moveHeading', { name: times.client.name ?? t('noName') })}</h1>
      {chosen ? (
        <TimeCheck times={times} slot={chosen} action={`${here}/confirm`} />
      ) : (
        <Times times={times} here={here} />
      )}
    </StaffPage>
  );
}
