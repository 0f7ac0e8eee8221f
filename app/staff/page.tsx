// The queue: what waits for the clinic's staff, the most pressing first.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { clock } from '@/lib/env/clock';
import { definition } from '@/lib/forms/definition';
import { type Queue, ROWS_A_PAGE, readQueue } from '@/lib/review/queue';
import { addressOf, type Query, type QueueView, viewOf } from './queue-address';
import { QueueFilters, QueueSearch } from './queue-filters';
import { QueueTable } from './queue-table';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff');
  return { title: t('queue.title') };
}

export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, staff } = await requireStaff();
  const view = viewOf(await searchParams);
  const words = view.found ? (await formDraft(actor, 'staff/search'))?.values.words?.[0] : undefined;
  const queue = await readQueue(actor, { ...view, ...(words !== undefined && { words }) });
  const t = await getTranslations('staff.queue');
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1>{t('title')}</h1>
        <QueueSearch words={words} />
      </div>
      <QueueFilters view={view} status={queue.status} />
      {words !== undefined && <Found words={words} queue={queue} view={view} />}
      {queue.rows.length === 0 && words === undefined && <p>{t('empty')}</p>}
      {queue.rows.length > 0 && (
        <QueueTable
          rows={queue.rows}
          zone={queue.zone}
          now={clock.now()}
          names={view.names}
          sections={definition.sections.length}
        />
      )}
      <Pages view={view} next={queue.next} />
    </StaffPage>
  );
}

async function Found({ words, queue, view }: { words: string; queue: Queue; view: QueueView }) {
  const t = await getTranslations('staff.queue');
  const count = queue.rows.length;
  return (
    <p role="status">
      {queue.next || view.after ? t('foundMore', { count, words }) : t('found', { count, words })}{' '}
      <a href={addressOf(view, { found: false })}>{t('clear')}</a>
    </p>
  );
}

async function Pages({ view, next }: { view: QueueView; next: string | null }) {
  const t = await getTranslations('staff.queue');
  if (!next && !view.after) return null;
  return (
    <p className="flex gap-6">
      {view.after && <a href={addressOf(view, {})}>{t('first')}</a>}
      {next && <a href={addressOf(view, { after: next })}>{t('next', { count: ROWS_A_PAGE })}</a>}
    </p>
  );
}
