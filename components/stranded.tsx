// Booked appointments that a change of hours would leave outside: whose, when and why, with the way to move them first.
import { useTranslations } from 'next-intl';
import type { StrandedRow } from '@/lib/review/who-is-booked';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { Table } from './ui/table';
import { When } from './when';

export function StrandedAppointments({ rows, already }: { rows: StrandedRow[]; already: number }) {
  const t = useTranslations('hours.stranded');
  const several = rows.some((row) => row.with !== undefined);
  // A time is said as the clock of whoever is met: where those differ, each says whose.
  const mixed = new Set(rows.map(({ zone }) => zone)).size > 1;
  return (
    <section aria-labelledby="stranded" className="flow min-w-0">
      <h2 id="stranded">{t('title')}</h2>
      {rows.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <p className="max-w-line">
            {t.rich('lead', {
              count: rows.length,
              calendar: (words) => <a href="/staff/calendar">{words}</a>,
            })}
          </p>
          <Table
            caption={t('table')}
            captionHidden
            head={[
              ...[t('head.who'), t('head.when'), t('head.how'), t('head.why')],
              ...(several ? [t('head.with')] : []),
            ]}
            rows={rows.map((row) => [
              <Who key="who" row={row} />,
              <span key="when">
                <When at={row.startsAt} zone={row.zone} />
                {mixed && <span className="block text-small text-ink-soft">{placeOf(row.zone)}</span>}
              </span>,
              <How key="how" format={row.format} />,
              t(`why.${row.why}`),
              ...(several ? [row.with] : []),
            ])}
          />
        </>
      )}
      {already > 0 && <p className="max-w-line text-ink-soft">{t('already', { count: already })}</p>}
    </section>
  );
}

function Who({ row: { initials, reference } }: { row: StrandedRow }) {
  const t = useTranslations('hours.stranded');
  if (!reference) return <span className="text-ink-soft">{t('notSent')}</span>;
  return (
    <span className="flex flex-wrap gap-x-3">
      <strong>{initials}</strong>
      <a href={`/staff/submissions/${reference}`} className="whitespace-nowrap">
        {t('open')}
        <span className="sr-only"> {reference}</span>
      </a>
    </span>
  );
}

function How({ format }: { format: string }) {
  const t = useTranslations('hours.format');
  return t(format === 'in-person' ? 'in-person' : 'video');
}
