// The queue: what waits for the clinic's staff, the most pressing first.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { clock } from '@/lib/env/clock';
import { definition } from '@/lib/forms/definition';
import { type Queue, ROWS_A_PAGE, readQueue } from '@/lib/review/queue';
import { isClinical } from '@/lib/review/submission-by-reference';
import { addressOf, type Query, type QueueView, VIEW_FORM, viewOf } from './queue-address';
import { QueueEmpty } from './queue-empty';
import { QueueFilters, QueueSearch } from './queue-filters';
import { QueueKeys } from './queue-keys';
import { QueueTable } from './queue-table';
import { SavedViews } from './saved-views';
import { TriedElsewhere } from './tried-elsewhere';
import { viewError } from './view-error';

type Props = { searchParams: Promise<Query> };

/** What was just refused is shown again; whoever comes back later begins anew. */
const load = cache(async (searchParams: Props['searchParams']) => {
  const { actor, staff, session } = await requireStaff();
  const query = await searchParams;
  return {
    actor,
    staff,
    session,
    query,
    draft: query.view === 'typed' ? await formDraft(actor, VIEW_FORM) : null,
  };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { draft } = await load(searchParams);
  const [t, common] = [await getTranslations('staff'), await getTranslations('common')];
  const title = t('queue.title');
  return { title: draft?.errors.length ? common('errorTitle', { title }) : title };
}

export default async function QueuePage({ searchParams }: Props) {
  const { actor, staff, session, query, draft } = await load(searchParams);
  const view = viewOf(query);
  const words = view.found ? (await formDraft(actor, 'staff/search'))?.values.words?.[0] : undefined;
  const queue = await readQueue(actor, {
    ...view,
    names: view.names ?? undefined,
    ...(words !== undefined && { words }),
  });
  const t = await getTranslations('staff.queue');
  const error = await viewError(draft);
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={error ? [{ href: '#name', message: error }] : []} />
      <TriedElsewhere actor={actor} session={session} />
      <ViewDone done={query.view} />
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <h1>{t('title')}</h1>
        <QueueSearch words={words} />
      </div>
      <QueueFilters view={view} queue={queue} clinical={isClinical(actor)} />
      <SavedViews view={view} views={queue.views} draft={draft} error={error} />
      {words !== undefined && <Found words={words} queue={queue} view={view} />}
      {queue.rows.length === 0 && words === undefined && (
        <QueueEmpty
          view={view}
          isNew={queue.isNew}
          callers={staff.roles.some((role) => role !== 'admin')}
          opens={staff.roles.some((role) => role === 'admin' || role === 'lead')}
        />
      )}
      {queue.rows.length > 0 && (
        <>
          <QueueTable
            rows={queue.rows}
            view={view}
            zone={queue.zone}
            now={clock.now()}
            sections={definition.sections.length}
          />
          <Pages view={view} next={queue.next} />
          <QueueKeys view={view} />
        </>
      )}
    </StaffPage>
  );
}

async function ViewDone({ done }: { done: Query[string] }) {
  const t = await getTranslations('queue.views');
  if (done !== 'kept' && done !== 'removed') return null;
  return <DoneNotice>{t(done)}</DoneNotice>;
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
