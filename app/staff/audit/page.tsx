// The record, for whoever keeps it: who did what, about whom, when and from where; and whether all of it still holds.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { requireFreshStaff } from '@/lib/accounts/require';
import { KEEPS_RECORD, LINES_A_PAGE, readRecord } from '@/lib/review/record-list';
import { whenVerified } from '@/lib/review/verify-now';
import { recordPage } from './addresses';
import { Filters } from './filters';
import { Lines } from './lines';
import { Verified } from './verified';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('title') };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? '';

export default async function RecordPage({ searchParams }: Search) {
  const { actor, staff } = await requireFreshStaff(...KEEPS_RECORD);
  const query = await searchParams;
  const [who, group, client, from, to, after] = ['who', 'group', 'client', 'from', 'to', 'after'].map(
    (name) => one(query[name]),
  );
  const list = (await readRecord(actor, { ...{ who, group, client }, ...{ from, to, after } })) ?? notFound();
  const verified = await whenVerified(actor);
  const t = await getTranslations('record');
  return (
    <StaffPage active="record" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <Verified verified={verified} zone={list.zone} />
      <Filters list={list} typed={client ?? ''} />
      {list.lines.length === 0 ? <p>{t('none')}</p> : <Lines list={list} />}
      <p className="flex flex-wrap gap-6">
        {after && <a href={recordPage(list.filter)}>{t('first')}</a>}
        {list.next && <a href={recordPage(list.filter, list.next)}>{t('next', { count: LINES_A_PAGE })}</a>}
      </p>
    </StaffPage>
  );
}
