// The estimates to give, and those that were.
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { lastMinute, When } from '@/components/when';
import { moneyInWords } from '@/lib/clinic/money';
import type { EstimateLists } from '@/lib/estimates/open-estimates';
import { estimatePage, givenPage } from './addresses';

export function OpenTable({ open, zone }: EstimateLists) {
  const t = useTranslations('estimates.list');
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={[t('head.due'), t('head.who'), t('head.reference'), t('head.appointment'), t('head.open')]}
      rows={open.map((row) => [
        <span key="due" className="flex flex-wrap gap-x-2">
          <When at={lastMinute(row.dueAt)} zone={zone} />
          {row.late && <Tag tone="amber">{t('late')}</Tag>}
        </span>,
        row.name ?? t('noName'),
        row.reference,
        <Meeting key="appointment" row={row} zone={zone} />,
        <a key="make" href={estimatePage(row.reference)} className="font-semibold">
          {t('make')}
          <span className="sr-only"> {t('makeHidden', { who: row.name ?? row.reference })}</span>
        </a>,
      ])}
    />
  );
}

function Meeting({ row, zone }: { row: EstimateLists['open'][number]; zone: string }) {
  const t = useTranslations('estimates.list');
  if (row.asked) return t('asked');
  if (!row.startsAt) return <span className="text-ink-soft">{t('gone')}</span>;
  return (
    <>
      <When at={row.startsAt} zone={zone} />{' '}
      {row.clinician && <span className="text-ink-soft">{t('with', { name: row.clinician })}</span>}
    </>
  );
}

export function GivenTable({ given, zone }: EstimateLists) {
  const t = useTranslations('estimates.list');
  const locale = useLocale();
  return (
    <Table
      caption={t('recentTable')}
      captionHidden
      numeric={[4]}
      head={[
        t('head.given'),
        t('head.who'),
        t('head.reference'),
        t('head.by'),
        t('head.total'),
        t('head.open'),
      ]}
      rows={given.map(({ number, givenAt, givenBy, name, reference, total }) => [
        <When key="given" at={givenAt} zone={zone} />,
        name ?? t('noName'),
        reference,
        givenBy,
        total ? moneyInWords(total.cents, total.currency, locale) : '',
        <a key="see" href={givenPage(reference, number)} className="font-semibold">
          {t('see')}
          <span className="sr-only"> {t('seeHidden', { number, who: name ?? reference })}</span>
        </a>,
      ])}
    />
  );
}
