// The rows of the queue in words: enough of each to know what to open next, and of who it is no more than initials.
import { useFormatter, useTranslations } from 'next-intl';
import { toneOf } from '@/components/submission-status';
import { instantIn } from '@/components/when';
import type { LevelOfFlags, QueueRow } from '@/lib/review/queue-rows';
import { addressOf, placeOf, type QueueView } from './queue-address';
import { type FlagsSaid, type QueueLine, QueueLines, type QueueWords } from './queue-lines';

type Shown = { rows: readonly QueueRow[]; view: QueueView; zone: string; now: Date; sections: number };

/** Nothing but what is drawn goes to the browser. */
export function QueueTable({ rows, view, zone, now, sections }: Shown) {
  const t = useTranslations('staff');
  const format = useFormatter();
  const flagsSaid = useFlagsSaid(zone);
  const line = (row: QueueRow): QueueLine => ({
    reference: row.reference,
    who: whoIn(row, view),
    flags: row.flags?.map(flagsSaid) ?? null,
    status: { tone: toneOf(row.status), says: t(`status.${row.status}`) },
    news: row.news && t(`queue.news.${row.news}`),
    done: row.done,
    meeting: meetingIn(row, zone),
    assignee: row.assignee,
    since: { at: row.since.toISOString(), says: format.relativeTime(row.since, now) },
  });
  return <QueueLines lines={rows.map(line)} words={useWords(rows, sections)} />;
}

/** Said once for all rows: each text that is filled anew costs time, and there are many rows. */
function useWords(rows: readonly QueueRow[], all: number): QueueWords {
  const [t, flag, more] = [
    useTranslations('staff.queue'),
    useTranslations('staff.flag'),
    useTranslations('queue'),
  ];
  const when = { when: () => '{when}' };
  const name = { name: '{name}' };
  return {
    table: t('table'),
    head: {
      ...{ flags: t('head.flags'), who: t('head.who'), reference: t('head.reference') },
      ...{ status: t('head.status'), done: t('head.done'), appointment: t('head.appointment') },
      ...{ assignee: t('head.assignee'), age: t('head.age') },
    },
    sections: t('sections', { sections: '{sections}', all }),
    documents: Object.fromEntries(
      [...new Set(rows.map(({ done }) => done.documents))].map((documents) => [
        documents,
        t('documents', { documents }),
      ]),
    ),
    noName: t('noName'),
    showName: more('showName'),
    showNameOf: more('showNameOf', { initials: '{initials}' }),
    due: flag.markup('due', when),
    late: flag.markup('late', when),
    timeWanted: t('timeWanted'),
    timeDue: t.markup('timeDue', when),
    none: t('none'),
    nobody: t('nobody'),
    with: t('with', name),
    assignedTo: more('assignedTo', name),
    assignedToNobody: more('assignedTo', { name: 'nobody' }),
  };
}

function useFlagsSaid(zone: string) {
  const t = useTranslations('staff.flag');
  return ({ level, open, waiting, dueAt, late }: LevelOfFlags): FlagsSaid => {
    const name = t(`level.${level}`);
    if (open === 0) return { tone: 'soft', says: t('closed', { level: name }) };
    if (waiting === 0) return { tone: 'neutral', says: t('open', { level: name, count: open }) };
    return {
      tone: level === 'amber' ? 'amber' : 'red',
      says: t('waiting', { level: name, count: waiting }),
      ...(dueAt && { due: instantIn(dueAt, zone), late }),
    };
  };
}

function whoIn({ initials, name, reference }: QueueRow, view: QueueView): QueueLine['who'] {
  if (initials === null) return null;
  if (name !== null) return { name };
  return {
    initials,
    shows: `${addressOf(view, { names: { reference }, ...placeOf(view) })}#${reference}`,
  };
}

function meetingIn({ appointment, timeDue }: QueueRow, zone: string): QueueLine['meeting'] {
  if (appointment) return { at: instantIn(appointment.startsAt, zone), with: appointment.with };
  return timeDue && { due: instantIn(timeDue, zone) };
}
