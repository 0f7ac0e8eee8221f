// What they signed and acknowledged, each with the evidence that it was they, that day, under that text.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import { defaultTexts } from '@/lib/documents/default-texts';
import { isDocumentSlug } from '@/lib/documents/document-text';
import type { DocumentGiven } from '@/lib/review/documents-of';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { copyAddress } from './addresses';

export function Documents({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.documents');
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{t('title')}</h2>
      {file.documents.length === 0 && <p>{t('none')}</p>}
      <ul className="flex list-none flex-col gap-2">
        {file.documents.map((document) => (
          <li key={document.id}>
            <Given document={document} file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ document, file: { zone, reference } }: { document: DocumentGiven; file: SubmissionFile }) {
  const t = useTranslations('staff.submission.documents');
  const { slug, version, signedAt, standing, evidence } = document;
  const title = evidence?.record.document.title ?? (isDocumentSlug(slug) ? defaultTexts[slug].title : slug);
  return (
    <>
      <span className="font-semibold">{title}</span>
      <span className="block text-ink-soft">
        {t.rich('signedAt', { version, when: () => <When at={signedAt} zone={zone} /> })}
      </span>
      {standing === 'withdrawn' && <Tag tone="amber">{t('withdrawn')}</Tag>}
      {standing === 'again-before-session' && <Tag tone="amber">{t('outdated')}</Tag>}
      {standing === 'again-first' && <Tag tone="amber">{t('outdatedFirst')}</Tag>}
      {evidence && !evidence.holds && <Tag tone="red">{t('broken')}</Tag>}
      {evidence && (
        <a href={copyAddress(reference, slug)} className="flex min-h-(--target) w-fit items-center">
          {t.rich('readCopy', { hidden: () => <span className="sr-only"> {title}</span> })}
        </a>
      )}
      {evidence && <Evidence evidence={evidence} zone={zone} />}
    </>
  );
}

function Evidence({ evidence, zone }: { evidence: NonNullable<DocumentGiven['evidence']>; zone: string }) {
  const t = useTranslations('staff.submission.documents');
  const { record, personal, holds } = evidence;
  const { secondKey } = record.signedIn;
  const rows: (readonly [string, string | undefined])[] = [
    [t('secondKey'), secondKey && t('secondKeyBy', { by: secondKey })],
    [t('typedName'), personal?.typedName],
    [t('ip'), personal?.ip],
    [t('userAgent'), personal?.userAgent],
    [t('boxes'), record.boxesTicked.join(', ') || undefined],
    [t('hash'), record.document.sha256],
    [t('key'), record.keyId],
  ];
  return (
    <Details summary={t('evidence')}>
      {holds && <p>{t('holds')}</p>}
      {!personal && <p>{t('erased')}</p>}
      <div className="@container">
        <dl className="grid gap-x-4 @min-[18rem]:grid-cols-[auto_minmax(0,1fr)]">
          <dt className="text-ink-soft">{t('signedIn')}</dt>
          <dd>
            {t.rich('signedInBy', {
              by: record.signedIn.by,
              when: () => <When at={new Date(record.signedIn.at)} zone={zone} />,
            })}
          </dd>
          {rows.map(
            ([label, value]) =>
              value !== undefined && (
                <div key={label} className="contents">
                  <dt className="text-ink-soft">{label}</dt>
                  <dd className="break-all">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
    </Details>
  );
}
