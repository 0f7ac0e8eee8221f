// A row for each document: its newest version, whether somebody writes the next, and how its signers stand.
import { useFormatter, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import type { DocumentRow } from '@/lib/documents/documents-for-staff';
import { documentPage, draftPage } from './addresses';

type Shown = { rows: DocumentRow[]; zone: string; withDrafts: boolean };

export function DocumentsTable({ rows, zone, withDrafts }: Shown) {
  const t = useTranslations('staffDocuments');
  const format = useFormatter();
  const heads = [
    ...(['document', 'version', 'published', 'change'] as const),
    ...(withDrafts ? (['draft'] as const) : []),
    ...(['signed', 'again', 'unsigned'] as const),
  ];
  const figures = heads.length - 3;
  return (
    <Table
      caption={t('list.table')}
      captionHidden
      numeric={[1, figures, figures + 1, figures + 2]}
      head={heads.map((head) => t(`list.head.${head}`))}
      rows={rows.map(({ slug, current, counts, draft }) => [
        <a key="document" href={documentPage(slug)} className="font-semibold">
          {current.title}
        </a>,
        current.version,
        <When key="published" at={current.publishedAt} zone={zone} />,
        t(`change.${current.changeClass}`),
        ...(withDrafts
          ? [<Draft key="draft" slug={slug} title={current.title} open={draft !== null} />]
          : []),
        format.number(counts.holds + counts['holds-with-notice']),
        format.number(counts['again-before-session'] + counts['again-first']),
        format.number(counts.unsigned),
      ])}
    />
  );
}

function Draft({ slug, title, open }: { slug: string; title: string; open: boolean }) {
  const t = useTranslations('staffDocuments.list');
  if (!open) return <span className="text-ink-soft">{t('noDraft')}</span>;
  return (
    <a href={draftPage(slug)}>
      {t('draftOpen')}
      <span className="sr-only"> {t('draftHidden', { title })}</span>
    </a>
  );
}
