// What was sent by mail, what was not, and why; to nobody by name.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/components/filter-choice';
import { StaffPage } from '@/components/staff-page';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { briefly, When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import {
  NOTICES_A_PAGE,
  type NoticeState,
  readNoticesSent,
  type SentNotices,
} from '@/lib/notices/notices-sent';
import { listPage, messagePage, STATE_TONES } from './address';
import { Why } from './why';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail.sent'))('title') };
}

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function SentMailPage({ searchParams }: Search) {
  const { actor, staff } = await requireStaff();
  const { state, kind, after } = await searchParams;
  const list = await readNoticesSent(actor, { state: one(state), kind: one(kind), after: one(after) });
  const t = await getTranslations('mail.sent');
  return (
    <StaffPage active="mail" who={staff.name} roles={staff.roles}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h1>{t('title')}</h1>
        <a href="/staff/messages/preview">{t('preview')}</a>
      </div>
      <p className="max-w-line">{t('lead')}</p>
      <Filters list={list} />
      {list.rows.length === 0 ? <p>{t('none')}</p> : <Mails list={list} />}
      <p className="flex gap-6">
        {one(after) && <a href={listPage(list.shown, {})}>{t('first')}</a>}
        {list.next && (
          <a href={listPage(list.shown, { after: list.next })}>{t('next', { count: NOTICES_A_PAGE })}</a>
        )}
      </p>
    </StaffPage>
  );
}

async function Filters({ list: { counts, shown } }: { list: SentNotices }) {
  const t = await getTranslations('mail');
  const all = Object.values(counts).reduce((sum, many) => sum + many, 0);
  return (
    <nav aria-label={t('sent.filters')} className="flex flex-wrap items-center gap-1">
      <FilterChoice href={listPage(shown, { state: null })} chosen={shown.state === null}>
        {t('sent.all', { count: all })}
      </FilterChoice>
      {(Object.keys(counts) as NoticeState[]).map((state) => (
        <FilterChoice key={state} href={listPage(shown, { state })} chosen={shown.state === state}>
          {t('sent.stateCount', { state: t(`state.${state}`), count: counts[state] })}
        </FilterChoice>
      ))}
      {shown.kind && (
        <>
          <span className="px-3 font-semibold">{t('sent.kindShown', { kind: t(`kind.${shown.kind}`) })}</span>
          <FilterChoice href={listPage(shown, { kind: null })} chosen={false}>
            {t('sent.everyKind')}
          </FilterChoice>
        </>
      )}
    </nav>
  );
}

async function Mails({ list: { rows, shown, zone } }: { list: SentNotices }) {
  const t = await getTranslations('mail');
  const heads = ['made', 'kind', 'state', 'why', 'open'] as const;
  return (
    <Table
      caption={t('sent.table')}
      captionHidden
      head={heads.map((head) => t(`sent.head.${head}`))}
      rows={rows.map((row) => {
        const kind = t(`kind.${row.kind}`);
        return [
          <When key="made" at={row.createdAt} zone={zone} />,
          <span key="kind">
            {kind}
            {!shown.kind && (
              <a href={listPage(shown, { kind: row.kind })} className="ms-3 text-ink-soft">
                {t('sent.only')}
                <span className="sr-only">{t('sent.onlyHidden', { kind })}</span>
              </a>
            )}
          </span>,
          <Tag key="state" tone={STATE_TONES[row.state]}>
            {t(`state.${row.state}`)}
          </Tag>,
          <span key="why">
            <Why row={row} zone={zone} />
            {row.state !== 'sent' && row.failure && (
              <span className="block text-ink-soft">{row.failure}</span>
            )}
          </span>,
          <a key="open" href={messagePage(row.reference)} className="font-semibold">
            {t('sent.open')}
            <span className="sr-only">
              {' '}
              {t('sent.openHidden', { kind, when: briefly(row.createdAt, zone) })}
            </span>
          </a>,
        ];
      })}
    />
  );
}
