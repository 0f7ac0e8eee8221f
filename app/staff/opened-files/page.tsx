// What the leads must know of: which files were opened from outside the case, by whom, why and until when; each is marked as seen.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { FilterChoice } from '@/components/filter-choice';
import { StaffPage } from '@/components/staff-page';
import { Notice } from '@/components/ui/notice';
import { requireStaff } from '@/lib/accounts/require';
import { OPENED_A_PAGE, readOpenedFiles } from '@/lib/review/opened-files';
import { openedPage } from './addresses';
import { OpenedItem } from './opened-item';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record.opened'))('title') };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function OpenedFilesPage({ searchParams }: Search) {
  const { actor, staff } = await requireStaff('lead');
  const { show, after, told } = await searchParams;
  const list = (await readOpenedFiles(actor, { show: one(show), after: one(after) })) ?? notFound();
  const t = await getTranslations('record.opened');
  return (
    <StaffPage active="openedFiles" who={staff.name} roles={staff.roles}>
      {told === 'done' && <DoneNotice>{t('done')}</DoneNotice>}
      {told === 'refused' && <AlertNotice>{t('problem')}</AlertNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <nav aria-label={t('filters')} className="flex flex-wrap items-center gap-1">
        {(['new', 'all'] as const).map((choice) => (
          <FilterChoice key={choice} href={openedPage(choice)} chosen={choice === list.show}>
            {t(choice)}
          </FilterChoice>
        ))}
      </nav>
      {list.rows.length === 0 && (
        <Notice kind="quiet" title={t(`none.${list.show}`)}>
          <p>{t('noneNext')}</p>
        </Notice>
      )}
      <ol aria-label={t('list')} className="flex list-none flex-col gap-4 ps-0">
        {list.rows.map((row) => (
          <li key={row.id}>
            <OpenedItem row={row} zone={list.zone} />
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap gap-6">
        {one(after) && <a href={openedPage(list.show)}>{t('first')}</a>}
        {list.next && <a href={openedPage(list.show, list.next)}>{t('next', { count: OPENED_A_PAGE })}</a>}
      </p>
    </StaffPage>
  );
}
