// Who has signed a document and who must again, as counts that choose what is listed, and a page of the list.
import { useTranslations } from 'next-intl';
import { FILTER_LINK, FilterChoice } from '@/components/filter-choice';
import { SubmissionStatus } from '@/components/submission-status';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import type { DocumentFile } from '@/lib/documents/documents-for-staff';
import { STANDINGS } from '@/lib/documents/standing';
import { type Signers as Found, SIGNERS_A_PAGE, type SignerRow } from '@/lib/review/document-signers';
import { StandingTag } from '../standing-tag';
import { type SignersView, signersAddress } from './signers-address';

type Shown = { file: DocumentFile; signers: Found; view: SignersView };

/** Documents that depend on how and with whom somebody comes. */
const notForAll = (slug: DocumentFile['slug']) => slug === 'couples' || slug === 'video';

export function Signers({ file, signers, view }: Shown) {
  const t = useTranslations('staffDocuments.signers');
  const { slug, zone } = file;
  return (
    <section aria-labelledby="signers" className="flow min-w-0">
      <h2 id="signers">{t('title')}</h2>
      <p className="max-w-line">
        {t('lead')} {notForAll(slug) && t('notForAll')}
      </p>
      <Filters file={file} signers={signers} view={view} />
      {signers.rows.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <SignersTable rows={signers.rows} zone={zone} names={view.names} />
      )}
      {(signers.next || view.after) && (
        <p className="flex gap-6">
          {view.after && <a href={signersAddress(slug, view, {})}>{t('first')}</a>}
          {signers.next && (
            <a href={signersAddress(slug, view, { after: signers.next })}>
              {t('next', { count: SIGNERS_A_PAGE })}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function Filters({ file, signers, view }: Shown) {
  const t = useTranslations('staffDocuments');
  const at = (standing?: string) =>
    signersAddress(file.slug, { names: view.names }, { ...(standing && { standing }) });
  return (
    <nav aria-label={t('signers.filters')} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      <FilterChoice href={at()} chosen={signers.standing === null}>
        {t('signers.all')}
      </FilterChoice>
      {STANDINGS.filter((each) => file.counts[each] > 0 || signers.standing === each).map((each) => (
        <FilterChoice key={each} href={at(each)} chosen={signers.standing === each}>
          {t('signers.filter', { standing: t(`standing.${each}`), count: file.counts[each] })}
        </FilterChoice>
      ))}
      <span className="mx-2 h-5 border-s border-line" aria-hidden="true" />
      <a
        className={FILTER_LINK}
        href={signersAddress(file.slug, view, { names: !view.names, after: view.after })}
      >
        {t(view.names ? 'signers.namesOff' : 'signers.namesOn')}
      </a>
    </nav>
  );
}

function SignersTable({ rows, zone, names }: { rows: SignerRow[]; zone: string; names: boolean }) {
  const t = useTranslations('staffDocuments.signers');
  const heads = ['who', 'reference', 'standing', 'signed', 'status'] as const;
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={heads.map((head) => t(`head.${head}`))}
      rows={rows.map(({ reference, name, initials, standing, signed, status }) => [
        name === null ? (
          <span key="who" className="text-ink-soft">
            {t('noName')}
          </span>
        ) : names ? (
          name
        ) : (
          <span key="who" className="tracking-wide">
            {initials}
          </span>
        ),
        <a key="reference" href={`/staff/submissions/${reference}`} className="font-semibold">
          {reference}
        </a>,
        <StandingTag key="standing" standing={standing} />,
        signed ? (
          <span key="signed">
            {t.rich('record', { version: signed.version, when: () => <When at={signed.at} zone={zone} /> })}
          </span>
        ) : (
          <span key="signed" className="text-ink-soft">
            {t('none')}
          </span>
        ),
        <SubmissionStatus key="status" status={status} />,
      ])}
    />
  );
}
