// Staff choose a time for a client, and look at it once more before it is booked.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { timesToBook } from '@/lib/calendar/times-for-client';
import { bookingPage } from '../../../calendar-addresses';
import type { Query } from '../../../queue-address';
import { TimeCheck } from '../../time-check';
import { TimeProblem, Times } from '../../times';
import { askedIn, chosenIn } from '../../times-address';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('calendar.times');
  return { title: t(chosenIn(await searchParams) ? 'checkTitle' : 'bookTitle') };
}

export default async function BookPage({ params, searchParams }: Props) {
  const { actor, staff } = await requireStaff(...MAY_SCHEDULE);
  const { reference } = await params;
  const query = await searchParams;
  const times = (await timesToBook(actor, reference, askedIn(query))) ?? notFound();
  // What stands in the way of any time is said before one is looked at.
  const chosen = times.reason ? null : chosenIn(query);
  const t = await getTranslations('calendar.times');
  const here = bookingPage(reference);
  const forms = `/staff/submissions/${encodeURIComponent(reference)}`;
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href={chosen ? here : forms}>{t(chosen ? 'backToTimes' : 'backToForms')}</BackLink>
      <TimeProblem query={query} />
      <h1>{t('bookHeading', { name: times.client.name ?? t('noName') })}</h1>
      {chosen ? (
        <TimeCheck times={times} slot={chosen} action={`${here}/confirm`} />
      ) : (
        <Times times={times} here={here} />
      )}
    </StaffPage>
  );
}
