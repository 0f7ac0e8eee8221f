// The lines of the record as a table: no answer and no name of a client, but initials and a reference.
import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import type { RecordLine, RecordList } from '@/lib/review/record-list';
import { wordsOfEvent } from '../event-words';

export function Lines({ list: { lines, zone } }: { list: RecordList }) {
  const t = useTranslations('record');
  const words = useTranslations('staff.submission.history');
  const heads = ['at', 'by', 'what', 'about', 'from'] as const;
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={heads.map((head) => t(`head.${head}`))}
      rows={lines.map((line) => [
        <When key="at" at={line.at} zone={zone} />,
        line.by.kind === 'staff' ? line.by.name : t(`by.${line.by.kind}`),
        wordsOfEvent(words, line.event),
        <About key="about" line={line} />,
        <From key="from" line={line} />,
      ])}
    />
  );
}

function About({ line: { about, shown } }: { line: RecordLine }) {
  const t = useTranslations('record.about');
  if (about.kind === 'staff') return about.name;
  if (about.kind === 'client')
    return (
      <a href={`/staff/submissions/${about.reference}`} className="whitespace-nowrap">
        {t('client', { initials: about.initials, reference: about.reference })}
      </a>
    );
  if (about.kind === 'gone') return t('gone');
  return shown === null ? t('clinic') : t('shown', { count: shown });
}

/** Where no sign-in is known there is nothing to say of a member of staff; of others there never is. */
function From({ line: { by, from } }: { line: RecordLine }) {
  const t = useTranslations('record.place');
  if (by.kind !== 'staff') return null;
  if (!from?.ip) return <span className="text-ink-soft">{t('unknown')}</span>;
  const { ip, device } = from;
  return <span className="break-words">{device ? t('device', { ip, device }) : ip}</span>;
}
