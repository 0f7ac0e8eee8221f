// Every version of a document: when, what kind of change, by whom, and the hash of its exact words.
import { useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import type { DocumentFile } from '@/lib/documents/documents-for-staff';
import { versionPage } from '../addresses';

export function VersionsTable({ file: { slug, versions, zone } }: { file: DocumentFile }) {
  const t = useTranslations('staffDocuments');
  const heads = ['version', 'published', 'change', 'by', 'hash'] as const;
  return (
    <Table
      caption={t('file.versionsTable')}
      captionHidden
      head={heads.map((head) => t(`file.head.${head}`))}
      rows={versions.map(({ version, publishedAt, changeClass, publishedBy, sha256 }, at) => [
        <span key="version" className="whitespace-nowrap">
          <a href={versionPage(slug, version)} className="font-semibold">
            {t('file.version', { version })}
          </a>
          {at === 0 && <span className="text-ink-soft"> {t('file.current')}</span>}
        </span>,
        <When key="published" at={publishedAt} zone={zone} />,
        t(`change.${changeClass}`),
        publishedBy ?? <span className="text-ink-soft">{t('file.nobody')}</span>,
        <code key="hash" className="inline-block @min-[42rem]:min-w-[33ch] text-[0.85em] break-all">
          {sha256}
        </code>,
      ])}
    />
  );
}
