// The free times of those who can see a client, day by day, in the clinic's zone; each leads to a last look.
import { useLocale, useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { clockTime } from '@/components/clock';
import { Notice } from '@/components/ui/notice';
import type { TimesForClient } from '@/lib/calendar/times-for-client';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { dayInWords, placeOf, zoneInWords } from '@/lib/scheduling/time-in-words';
import type { Query } from '../queue-address';
import { WhoseSelect } from '../whose-select';
import { problemIn } from './times-address';

type Shown = { times: TimesForClient; here: string };

export function TimeProblem({ query }: { query: Query }) {
  const t = useTranslations('calendar.times');
  const problem = problemIn(query);
  return problem && <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>;
}

export function Times({ times, here }: Shown) {
  const t = useTranslations('calendar.times');
  const zoneWords = useTranslations('calendar');
  const locale = useLocale();
  const { reason, clinicians, days, zone } = times;
  if (reason) return <Notice kind="info">{t(`refused.${reason}`)}</Notice>;
  if (clinicians.length === 0) return <Notice kind="info">{t('nobody')}</Notice>;
  const first = days[0]?.slots[0]?.startsAt;
  const only = clinicians.length === 1 ? clinicians[0] : clinicians.find(isChosen(times));
  return (
    <>
      <p className="max-w-line">
        {only ? t('leadOne', { name: only.name }) : t('lead')}{' '}
        {first && zoneWords('zone', { name: zoneInWords(first, zone, locale), place: placeOf(zone) })}
      </p>
      {clinicians.length > 1 && <Whose times={times} here={here} />}
      {days.length === 0 && <p>{t('none')}</p>}
      {days.map((day) => (
        <Day key={day.date} day={day} zone={zone} here={here} one={only !== undefined} />
      ))}
      <MoreDays times={times} here={here} />
    </>
  );
}

const isChosen =
  ({ chosen }: TimesForClient) =>
  ({ reference }: { reference: string }) =>
    reference === chosen;

function Whose({ times: { clinicians, chosen }, here }: Shown) {
  return (
    <form action={here} className="flex flex-wrap items-end gap-3">
      <WhoseSelect clinicians={clinicians} chosen={chosen} />
    </form>
  );
}

type OneDay = { day: TimesForClient['days'][number]; zone: string; here: string; one: boolean };

function Day({ day: { date, slots }, zone, here, one }: OneDay) {
  const t = useTranslations('calendar.times');
  const locale = useLocale();
  const day = dayInWords(slots[0]?.startsAt ?? new Date(`${date}T12:00Z`), zone, locale);
  return (
    <section aria-labelledby={`day-${date}`}>
      <h2 id={`day-${date}`}>{day}</h2>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))] gap-2">
        {slots.map(({ startsAt, clinician }) => (
          <li key={`${clinician.reference}${startsAt.getTime()}`}>
            <a
              href={`${here}?${addressOfSlot({ with: clinician.reference, startsAt, zone })}`}
              className="edge flex h-full min-h-11 flex-col justify-center rounded-soft border border-dashed border-control px-3 py-1 leading-tight no-underline hover:border-dusk hover:bg-dusk-pale"
            >
              <span className="font-semibold text-ink">
                {clockTime(startsAt, zone)}
                <span className="sr-only"> {t('onDay', { day })}</span>
              </span>
              {!one && <span className="text-small">{clinician.name}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function MoreDays({ times: { earlier, later, chosen }, here }: Shown) {
  const t = useTranslations('calendar.times');
  const from = (date: string) =>
    `${here}?${new URLSearchParams({ from: date, ...(chosen && { with: chosen }) })}`;
  if (!earlier && !later) return null;
  return (
    <nav aria-label={t('pages')} className="flex gap-6">
      {earlier && <a href={from(earlier)}>{t('earlier')}</a>}
      {later && <a href={from(later)}>{t('later')}</a>}
    </nav>
  );
}
