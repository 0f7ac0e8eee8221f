// What the clinic has on file about somebody, for front desk to hold against what they say.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { defaultTexts } from '@/lib/documents/default-texts';
import { isDocumentSlug } from '@/lib/documents/document-text';
import type { ClientToRecover } from '@/lib/review/client-to-recover';

export function OnFileList({ client }: { client: ClientToRecover }) {
  const t = useTranslations('recoveries.start');
  const never = client.onFile.find(({ id }) => id === 'A7');
  const titles = client.documents.map((slug) => (isDocumentSlug(slug) ? defaultTexts[slug].title : slug));
  return (
    <section aria-labelledby="on-file" className="flow min-w-0">
      <h2 id="on-file">{t('onFile')}</h2>
      <p>{t('onFileLead')}</p>
      {never && (
        <Notice kind="urgent" title={t('never')}>
          <p className="whitespace-pre-line">{never.lines.join('\n')}</p>
        </Notice>
      )}
      {!client.sent && <Notice kind="quiet">{t('unsent')}</Notice>}
      <SummaryList
        rows={[
          { label: t('reference'), value: client.reference },
          { label: t('email'), value: <span className="wrap-anywhere">{client.email}</span> },
          ...client.onFile
            .filter(({ id }) => id !== 'A7')
            .map(({ label, lines }) => ({ label, value: lines.join('\n') })),
          ...(titles.length > 0 ? [{ label: t('documents'), value: titles.join('\n') }] : []),
        ]}
      />
    </section>
  );
}
