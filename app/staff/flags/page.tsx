// Every danger sign that waits for a clinician, the most pressing first, each with its answer, its person and what to do.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { FILTER_LINK, FilterChoice } from '@/components/filter-choice';
import { ListKeys } from '@/components/list-keys';
import { StaffPage } from '@/components/staff-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { FLAG_CHOICES, FLAGS_A_PAGE, type FlagList } from '@/lib/review/flag-list';
import { backToList, type FlagsView, flagPlace, listAddress, type Query, viewOf } from '../flag-addresses';
import { flagDone, flagErrors, flagProblem } from '../flag-words';
import { FlagCard } from './flag-card';
import { loadFlags } from './load-flags';

type Props = { searchParams: Promise<Query> };

async function load(query: Query) {
  const view = viewOf(query);
  return { view, ...(await loadFlags(view.show, view.after, query.at?.toString() ?? '')) };
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { drafts } = await load(await searchParams);
  const [t, common] = [await getTranslations('flags'), await getTranslations('common')];
  const wrong = flagErrors(drafts, t).length > 0;
  return { title: wrong ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function FlagsPage({ searchParams }: Props) {
  const query = await searchParams;
  const { view, list, staff, drafts } = await load(query);
  const t = await getTranslations('flags');
  const [done, problem] = [flagDone(query.done), flagProblem(query.problem)];
  const next = list.rows.find(({ flag }) => !flag.acknowledged);
  return (
    <StaffPage active="flags" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={flagErrors(drafts, t)} />
      {done && (
        <DoneNotice>
          {typeof query.of === 'string' && /^[0-9A-Z]{10}$/.test(query.of) && <strong>{query.of}: </strong>}
          {t(`done.${done}`)}
        </DoneNotice>
      )}
      {problem && <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <Filters view={view} list={list} />
      {list.rows.length === 0 && (
        <Notice kind="quiet" title={t(`empty.${list.show}`)}>
          <p>{t.rich('emptyNext', { onCall: (words) => <a href="/staff/on-call">{words}</a> })}</p>
        </Notice>
      )}
      <ol aria-label={t('list')} className="flex list-none flex-col gap-4 ps-0">
        {list.rows.map((row) => (
          <li key={row.flag.id} id={flagPlace(row.flag.id)} className="scroll-mt-24">
            <FlagCard
              {...{ row, drafts, next: row === next }}
              {...{ zone: list.zone, readerId: staff.id, back: backToList(view) }}
            />
          </li>
        ))}
      </ol>
      {(list.next || view.after) && (
        <p className="flex flex-wrap gap-6">
          {view.after && <a href={listAddress(view)}>{t('first')}</a>}
          {list.next && (
            <a href={listAddress(view, { after: list.next })}>{t('next', { count: FLAGS_A_PAGE })}</a>
          )}
        </p>
      )}
      {view.keys && <ListKeys />}
    </StaffPage>
  );
}

async function Filters({ view, list }: { view: FlagsView; list: FlagList }) {
  const t = await getTranslations('flags');
  return (
    <>
      <nav aria-label={t('filters')} className="flex flex-wrap items-center gap-1">
        {FLAG_CHOICES.map((choice) => (
          <FilterChoice key={choice} href={listAddress(view, { show: choice })} chosen={choice === list.show}>
            {t(`show.${choice}`)}
          </FilterChoice>
        ))}
      </nav>
      <p className="no-print text-small text-ink-soft">
        {view.keys && t.rich('keys', { k: (key) => <kbd className="font-semibold">{key}</kbd> })}{' '}
        <a
          href={listAddress(view, { after: view.after, keys: !view.keys })}
          className={view.keys ? '' : FILTER_LINK}
        >
          {t(view.keys ? 'keysOff' : 'keysOn')}
        </a>
      </p>
    </>
  );
}
