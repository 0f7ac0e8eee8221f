// What staff have to do, whatever it is, the soonest due first, each with a link to where it is dealt with.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/components/filter-choice';
import { StaffPage } from '@/components/staff-page';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { lastMinute, When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import {
  OPEN_TASK_KINDS,
  type OpenTask,
  type OpenTasks,
  readOpenTasks,
  TASKS_A_PAGE,
} from '@/lib/review/open-tasks';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.tasks'))('title') };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

const listPage = (kind: string | null, after?: string) => {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(after && { after }) }).toString();
  return query ? `/staff/tasks?${query}` : '/staff/tasks';
};

export default async function TasksPage({ searchParams }: Search) {
  const { actor, staff } = await requireStaff();
  const { kind, after } = await searchParams;
  const list = await readOpenTasks(actor, { kind: one(kind), after: one(after) });
  const t = await getTranslations('mail.tasks');
  return (
    <StaffPage active="tasks" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <Filters list={list} />
      {list.tasks.length > 0 ? (
        <Tasks list={list} />
      ) : (
        <Notice kind="quiet" title={t('none')}>
          <p>{t('noneNext')}</p>
        </Notice>
      )}
      <p className="flex gap-6">
        {one(after) && <a href={listPage(list.shown)}>{t('first')}</a>}
        {list.next && <a href={listPage(list.shown, list.next)}>{t('next', { count: TASKS_A_PAGE })}</a>}
      </p>
    </StaffPage>
  );
}

async function Filters({ list: { counts, shown } }: { list: OpenTasks }) {
  const t = await getTranslations('mail.tasks');
  const all = Object.values(counts).reduce((sum, many) => sum + many, 0);
  return (
    <nav aria-label={t('filters')} className="flex flex-wrap items-center gap-1">
      <FilterChoice href={listPage(null)} chosen={shown === null}>
        {t('all', { count: all })}
      </FilterChoice>
      {OPEN_TASK_KINDS.filter((kind) => counts[kind] > 0 || kind === shown).map((kind) => (
        <FilterChoice key={kind} href={listPage(kind)} chosen={shown === kind}>
          {t('kindCount', { kind: t(`kind.${kind}`), count: counts[kind] })}
        </FilterChoice>
      ))}
    </nav>
  );
}

async function Tasks({ list: { tasks, zone } }: { list: OpenTasks }) {
  const t = await getTranslations('mail.tasks');
  const whoIs = ({ who }: OpenTask) =>
    who ? (who.name ?? t('noName', { reference: who.reference })) : t('nobody');
  const heads = ['due', 'kind', 'who', 'open'] as const;
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={heads.map((head) => t(`head.${head}`))}
      rows={tasks.map((task) => {
        const kind = t(`kind.${task.kind}`);
        return [
          <span key="due" className="inline-flex flex-wrap items-center gap-x-3">
            <When at={task.kind === 'estimate' ? lastMinute(task.dueAt) : task.dueAt} zone={zone} />
            {task.late && <Tag tone="red">{t('late')}</Tag>}
          </span>,
          kind,
          whoIs(task),
          <a key="open" href={task.href} className="font-semibold">
            {t('open')}
            <span className="sr-only">: {t('openHidden', { kind, who: whoIs(task) })}</span>
          </a>,
        ];
      })}
    />
  );
}
