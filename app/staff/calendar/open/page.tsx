// A closed day is opened again: which times come back, before anything changes.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { HoursEffectShown } from '@/components/hours-effect';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { requireStaff } from '@/lib/accounts/require';
import { isClosed } from '@/lib/calendar/day-to-close';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { beginningOf, dateIn } from '@/lib/scheduling/calendar-dates';
import { previewDays } from '@/lib/scheduling/change-days';
import { dayInWords, placeOf } from '@/lib/scheduling/time-in-words';
import { calendarAddress, calendarViewOf } from '../../calendar-addresses';
import type { Query } from '../../queue-address';
import { OPEN, problemNamed, wholeDayOff } from './addresses';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar.opening'))('title') };
}

export default async function OpenPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff(...MAY_SCHEDULE);
  const query = await searchParams;
  const view = calendarViewOf('day', query);
  const date = dateIn(view.on) ?? notFound();
  const clinician = view.with ?? notFound();
  const looked = await previewDays(actor, { clinician, what: 'remove', days: wholeDayOff(date) });
  if (!looked.ok) notFound();
  const { file, effect, shown } = looked;
  const zone = file.setting?.zone ?? '';
  const problem = problemNamed(query.problem);
  const [t, locale] = [await getTranslations('calendar.opening'), await getLocale()];
  const back = calendarAddress({ ...view, span: 'day' });
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('back')}</BackLink>
      {problem && <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>}
      <h1>{t('heading', { name: file.name })}</h1>
      <p className="max-w-line">
        {t('lead', { day: dayInWords(beginningOf(date, zone), zone, locale, true), place: placeOf(zone) })}
      </p>
      {isClosed(file.exceptions, date) ? (
        <>
          <p className="max-w-line">{t('what')}</p>
          <HoursEffectShown effect={effect} zone={zone} />
          <form method="post" action={`${OPEN}/confirm`}>
            <input type="hidden" name="with" value={clinician} />
            <input type="hidden" name="on" value={date} />
            <input type="hidden" name="shown" value={shown} />
            <ButtonRow>
              <Button>{t('confirm')}</Button>
              <ButtonLink kind="secondary" href={back}>
                {t('leave')}
              </ButtonLink>
            </ButtonRow>
          </form>
        </>
      ) : (
        <p className="max-w-line">{t('openAlready')}</p>
      )}
    </StaffPage>
  );
}
