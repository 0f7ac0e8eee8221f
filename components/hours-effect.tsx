// What a change of hours does to the times people are offered, before it is saved: counted by week, and each that appears or goes.
import { useLocale, useTranslations } from 'next-intl';
import { effectByWeek, type TimesOfEffect, timesByDay } from '@/lib/scheduling/effect-by-week';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { briefDate, briefTime } from '@/lib/scheduling/week-in-words';
import { Details } from './ui/details';
import { Table } from './ui/table';

type Props = { effect: TimesOfEffect; zone: string };

/** Days told one by one; the rest is counted. */
const MOST_DAYS = 15;
/** More times than these are folded away at first. */
const FEW = 40;

export function HoursEffectShown({ effect, zone }: Props) {
  const t = useTranslations('hours.effect');
  const locale = useLocale();
  const { before, after, opens, closes } = effect;
  return (
    <section aria-labelledby="times" className="flow min-w-0">
      <h2 id="times">{t('times')}</h2>
      <p className="max-w-line">
        <strong>{t('says', { before: before.length, after: after.length })}</strong>{' '}
        {opens.length + closes.length === 0 && `${t('same')} `}
        {t('zone', { place: placeOf(zone) })}
      </p>
      {before.length + after.length > 0 && (
        <div className="max-w-line">
          <Table
            caption={t('weeks')}
            captionHidden
            numeric={[1, 2, 3, 4]}
            head={[t('week'), t('now'), t('then'), t('appear'), t('go')]}
            rows={effectByWeek(effect, zone).map((week) => [
              briefDate(week.monday, locale),
              week.before,
              week.after,
              week.opens || '–',
              week.closes || '–',
            ])}
          />
        </div>
      )}
      <TimesByDay slots={opens} zone={zone} summary={t('opens', { count: opens.length })} />
      <TimesByDay slots={closes} zone={zone} summary={t('closes', { count: closes.length })} />
    </section>
  );
}

function TimesByDay({
  slots,
  zone,
  summary,
}: {
  slots: { startsAt: Date; endsAt: Date }[];
  zone: string;
  summary: string;
}) {
  const t = useTranslations('hours.effect');
  const locale = useLocale();
  if (slots.length === 0) return null;
  const days = timesByDay(slots, zone);
  const rest = days.slice(MOST_DAYS).reduce((sum, { starts }) => sum + starts.length, 0);
  return (
    <Details summary={summary} open={slots.length <= FEW}>
      <dl className="grid grid-cols-1 gap-x-4 sm:grid-cols-[auto_minmax(0,1fr)]">
        {days.slice(0, MOST_DAYS).map(({ date, starts }) => (
          <div key={date} className="contents">
            <dt className="font-semibold">{briefDate(date, locale)}</dt>
            <dd>{starts.map((at) => briefTime(at, zone, locale)).join(', ')}</dd>
          </div>
        ))}
      </dl>
      {rest > 0 && <p>{t('more', { count: rest })}</p>}
    </Details>
  );
}
