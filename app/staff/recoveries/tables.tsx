// Whom a search found, and the recoveries of the last weeks.
import { useTranslations } from 'next-intl';
import { SubmissionStatus } from '@/components/submission-status';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { Person } from '@/lib/review/clients-to-recover';
import type { RecoveryRow } from '@/lib/review/recoveries';
import { recoveryPage, startPage } from './addresses';
import { STATE_TONES } from './state-tones';

const link = 'font-semibold';

export function FoundTable({ people }: { people: Person[] }) {
  const t = useTranslations('recoveries.list');
  return (
    <Table
      caption={t('foundTable')}
      captionHidden
      head={[t('head.who'), t('head.reference'), t('head.status'), t('head.open')]}
      rows={people.map(({ reference, name, status }) => [
        name ?? t('noName'),
        reference,
        <SubmissionStatus key="status" status={status} />,
        <a key="start" href={startPage(reference)} className={link}>
          {t('start')}
          <span className="sr-only"> {t('startHidden', { who: name ?? reference })}</span>
        </a>,
      ])}
    />
  );
}

export function RecoveryTable({ rows, zone }: { rows: RecoveryRow[]; zone: string }) {
  const t = useTranslations('recoveries');
  return (
    <Table
      caption={t('list.table')}
      captionHidden
      head={[
        t('list.head.state'),
        t('list.head.who'),
        t('list.head.askedAt'),
        t('list.head.startedBy'),
        t('list.head.open'),
      ]}
      rows={rows.map(({ reference, state, person, startedBy, askedAt }) => [
        <Tag key="state" tone={STATE_TONES[state]}>
          {t(`state.${state}`)}
        </Tag>,
        person?.name ?? person?.reference ?? t('list.noName'),
        <When key="when" at={askedAt} zone={zone} />,
        startedBy,
        <a key="open" href={recoveryPage(reference)} className={link}>
          {t('list.openOne')}
          <span className="sr-only">
            {' '}
            {t('list.openHidden', { who: person?.name ?? person?.reference ?? t('list.noName') })}
          </span>
        </a>,
      ])}
    />
  );
}
