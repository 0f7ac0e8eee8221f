// What somebody leaves behind, with a way to each of it.
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { When } from '@/components/when';
import { dayName } from '@/lib/clinic/hours-in-words';
import type { Leaves as Left } from '@/lib/review/what-they-leave';

/** More stand in the calendar. */
const MOST_SHOWN = 20;

export function Leaves({ leaves, zone }: { leaves: Left; zone: string }) {
  const t = useTranslations('team.leaves');
  const locale = useLocale();
  const { cases, appointments, shifts, flags } = leaves;
  return (
    <dl className="max-w-page border-t border-line">
      <Row label={t('cases', { count: cases.length })} show={cases.length > 0}>
        {cases.slice(0, MOST_SHOWN).map((reference) => (
          <a key={reference} href={`/staff/submissions/${reference}`} className="me-4 inline-block py-1">
            {reference}
          </a>
        ))}
        <More count={cases.length - MOST_SHOWN} />
      </Row>
      <Row label={t('appointments', { count: appointments.length })} show={appointments.length > 0}>
        {appointments.slice(0, MOST_SHOWN).map(({ reference, startsAt }) => (
          <a key={reference} href={`/staff/appointments/${reference}`} className="me-4 inline-block py-1">
            <When at={startsAt} zone={zone} />
          </a>
        ))}
        <More count={appointments.length - MOST_SHOWN} />
      </Row>
      <Row label={t('shifts', { count: shifts.length })} show={shifts.length > 0}>
        {shifts.map(({ id, weekday, onDate, from, until }) => (
          <span key={id} className="me-4 inline-block py-1">
            {weekday === null ? onDate : t('every', { day: dayName(weekday, locale) })} {from}–{until}
          </span>
        ))}
        <a href="/staff/on-call" className="inline-block py-1">
          {t('rota')}
        </a>
      </Row>
      <Row label={t('flags', { count: flags })} show={flags > 0}>
        <a href="/staff/flags" className="inline-block py-1">
          {t('toFlags')}
        </a>
      </Row>
    </dl>
  );
}

function Row({ label, show, children }: { label: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <div className="grid gap-x-6 gap-y-1 border-b border-line py-[0.4em] sm:grid-cols-[minmax(12em,1fr)_3fr]">
      <dt className="py-1 font-semibold">{label}</dt>
      <dd className="min-w-0 tabular-nums">{children}</dd>
    </div>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations('team.leaves');
  return count > 0 ? <span className="inline-block py-1">{t('more', { count })}</span> : null;
}
