// A clinician can't be there: what would become of everybody who is booked on that day, before anything changes.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { dayToClose } from '@/lib/calendar/day-to-close';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { toldByMail } from '@/lib/notices/told-by-mail';
import { beginningOf } from '@/lib/scheduling/calendar-dates';
import { dayInWords, placeOf } from '@/lib/scheduling/time-in-words';
import { calendarAddress, calendarViewOf } from '../../calendar-addresses';
import type { Query } from '../../queue-address';
import { CLOSE_FORM, problemNamed } from './addresses';
import { CloseForm } from './close-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar.closing'))('title') };
}

export default async function ClosePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff(...MAY_SCHEDULE);
  const query = await searchParams;
  const view = calendarViewOf('day', query);
  const day = (await dayToClose(actor, { with: view.with, on: view.on })) ?? notFound();
  const told = await toldByMail(
    actor,
    day.rows.map(({ reference }) => reference),
  );
  const draft = await formDraft(actor, CLOSE_FORM);
  const problem = problemNamed(query.problem);
  const t = await getTranslations('calendar.closing');
  const locale = await getLocale();
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href={calendarAddress({ ...view, span: 'day' })}>{t('back')}</BackLink>
      {problem && <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>}
      <h1>{t('heading', { name: day.clinician.name })}</h1>
      <p className="max-w-line">
        {t('lead', {
          day: dayInWords(beginningOf(day.date, day.clinician.zone), day.clinician.zone, locale, true),
          place: placeOf(day.clinician.zone),
        })}
      </p>
      {day.closed && <Notice kind="quiet">{t('closedAlready')}</Notice>}
      <CloseForm
        day={day}
        told={told}
        view={view}
        cancelAll={query.all === 'cancel'}
        draft={problem ? draft : null}
      />
    </StaffPage>
  );
}
