// The rows of the queue: enough of each to know what to open next, and of who it is no more than initials.
import { useFormatter, useTranslations } from 'next-intl';
import { SubmissionStatus } from '@/components/submission-status';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { LevelOfFlags, QueueRow } from '@/lib/review/queue-rows';
import { addressOf, placeOf, type QueueView } from './queue-address';

type Shown = { view: QueueView; zone: string; now: Date; sections: number };

const HEADS = ['flags', 'who', 'reference', 'status', 'done', 'appointment', 'assignee', 'age'] as const;
/** On a narrow screen these stand below the status. */
const WIDE_ONLY = ['done', 'assignee', 'age'];

export function QueueTable({ rows, ...shown }: { rows: QueueRow[] } & Shown) {
  const t = useTranslations('staff.queue');
  const withFlags = rows.some(({ flags }) => flags !== null);
  const heads = HEADS.filter((head) => withFlags || head !== 'flags');
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={heads.map((head) => t(`head.${head}`))}
      wideOnly={heads.flatMap((head, column) => (WIDE_ONLY.includes(head) ? [column] : []))}
      rows={rows.map((row) => [
        ...(withFlags ? [<Flags key="flags" flags={row.flags ?? []} zone={shown.zone} />] : []),
        <Who key="who" row={row} view={shown.view} />,
        <a
          key="reference"
          id={row.reference}
          href={`/staff/submissions/${row.reference}`}
          data-list-item
          className="font-semibold"
        >
          {row.reference}
        </a>,
        <Stands key="status" row={row} {...shown} />,
        <Done key="done" done={row.done} all={shown.sections} />,
        <Meeting key="appointment" row={row} zone={shown.zone} />,
        row.assignee ?? <Soft key="assignee">{t('nobody')}</Soft>,
        <Age key="age" since={row.since} now={shown.now} />,
      ])}
    />
  );
}

/** Its status, and what its client changed or gave since that nobody has read yet. */
function Stands({ row, sections, now }: { row: QueueRow } & Shown) {
  const { status, news, done, since, assignee } = row;
  const [t, more] = [useTranslations('staff.queue.news'), useTranslations('queue')];
  return (
    <span className="flex flex-col items-start gap-1">
      <SubmissionStatus status={status} />
      {news && <Tag tone="amber">{t(news)}</Tag>}
      <span className="xl:hidden">
        <Done done={done} all={sections} />
        <span className="block text-ink-soft">{more('assignedTo', { name: assignee ?? 'nobody' })}</span>
        <span className="block text-ink-soft">
          <Age since={since} now={now} />
        </span>
      </span>
    </span>
  );
}

const Soft = ({ children }: { children: string }) => <span className="text-ink-soft">{children}</span>;

function Flags({ flags, zone }: { flags: LevelOfFlags[]; zone: string }) {
  const t = useTranslations('staff.flag');
  return (
    <span className="flex flex-col items-start gap-1">
      {flags.map(({ level, open, waiting, dueAt, late }) => {
        const name = t(`level.${level}`);
        if (open === 0) return <Soft key={level}>{t('closed', { level: name })}</Soft>;
        if (waiting === 0)
          return (
            <Tag key={level} tone="neutral">
              {t('open', { level: name, count: open })}
            </Tag>
          );
        return (
          <span key={level} className="flex flex-col items-start">
            <Tag tone={level === 'amber' ? 'amber' : 'red'}>
              {t('waiting', { level: name, count: waiting })}
            </Tag>
            {dueAt && (
              <span className={late ? 'font-semibold' : 'text-ink-soft'}>
                {t.rich(late ? 'late' : 'due', { when: () => <When at={dueAt} zone={zone} /> })}
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}

/** Initials, for a screen that others may see; the whole name where it was asked for. */
function Who({ row, view }: { row: QueueRow; view: QueueView }) {
  const t = useTranslations('queue');
  if (row.initials === null) return <NoName />;
  if (row.name !== null) return row.name;
  return (
    <span className="flex flex-col items-start gap-x-3 xl:flex-row xl:items-baseline">
      <span className="min-w-[2em] tracking-wide">{row.initials}</span>
      <a
        href={`${addressOf(view, { names: { reference: row.reference }, ...placeOf(view) })}#${row.reference}`}
        aria-label={t('showNameOf', { initials: row.initials })}
        className="text-[0.9em]"
      >
        {t('showName')}
      </a>
    </span>
  );
}

function NoName() {
  const t = useTranslations('staff.queue');
  return <Soft>{t('noName')}</Soft>;
}

function Done({ done, all }: { done: QueueRow['done']; all: number }) {
  const t = useTranslations('staff.queue');
  return (
    <span className="whitespace-nowrap">
      {t('sections', { sections: done.sections, all })}
      <span className="block text-ink-soft">{t('documents', { documents: done.documents })}</span>
    </span>
  );
}

function Meeting({ row: { appointment, timeDue }, zone }: { row: QueueRow; zone: string }) {
  const t = useTranslations('staff.queue');
  if (!appointment && timeDue)
    return (
      <>
        <Tag tone="amber">{t('timeWanted')}</Tag>
        <span className="block text-ink-soft">
          {t.rich('timeDue', { when: () => <When at={timeDue} zone={zone} /> })}
        </span>
      </>
    );
  if (!appointment) return <Soft>{t('none')}</Soft>;
  return (
    <>
      <When at={appointment.startsAt} zone={zone} />
      <span className="block text-ink-soft">{t('with', { name: appointment.with })}</span>
    </>
  );
}

function Age({ since, now }: { since: Date; now: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={since.toISOString()} className="whitespace-nowrap">
      {format.relativeTime(since, now)}
    </time>
  );
}
