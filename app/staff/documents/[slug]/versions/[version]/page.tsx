// One version of a document: its exact words, and what changed since the one before it.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { differencesBetween } from '@/lib/documents/differences';
import type { VersionRow } from '@/lib/documents/documents-for-staff';
import { documentPage, numberIn, versionPage } from '../../../addresses';
import { DifferencesShown } from '../../../differences-shown';
import { TextShown } from '../../../text-shown';
import { loadDocument } from '../../load-document';

type Props = { params: Promise<{ slug: string; version: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffDocuments.version');
  return { title: t('browserTitle') };
}

export default async function VersionPage({ params }: Props) {
  const { slug, version } = await params;
  const { staff, file, current } = await loadDocument(slug);
  const at = file.versions.findIndex((each) => each.version === numberIn(version));
  const shown = file.versions[at] ?? notFound();
  const [before, after] = [file.versions[at + 1], file.versions[at - 1]];
  const t = await getTranslations('staffDocuments.version');
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <BackLink href={documentPage(file.slug)}>{t('back', { title: current.title })}</BackLink>
      <h1>{t('title', { title: shown.title, version: shown.version })}</h1>
      <Facts version={shown} zone={file.zone} />
      {after && <Notice kind="quiet">{t('notCurrent', { version: current.version })}</Notice>}
      <div className="grid gap-x-10 gap-y-8 pt-3 xl:grid-cols-2">
        <section aria-labelledby="text" className="flow min-w-0">
          <h2 id="text">{t('text')}</h2>
          <TextShown text={shown} />
        </section>
        <section aria-labelledby="changes" className="flow min-w-0">
          <h2 id="changes">{before ? t('changes', { version: before.version }) : t('changesFirst')}</h2>
          {before ? (
            <DifferencesShown parts={differencesBetween(before, shown)} none={t('none')} />
          ) : (
            <p>{t('first')}</p>
          )}
        </section>
      </div>
      {(before || after) && (
        <nav aria-label={t('walk')} className="flex flex-wrap gap-x-6">
          {before && (
            <a href={versionPage(file.slug, before.version)}>{t('older', { version: before.version })}</a>
          )}
          {after && (
            <a href={versionPage(file.slug, after.version)}>{t('newer', { version: after.version })}</a>
          )}
        </nav>
      )}
    </StaffPage>
  );
}

async function Facts({ version, zone }: { version: VersionRow; zone: string }) {
  const t = await getTranslations('staffDocuments');
  const change = t(`change.${version.changeClass}`);
  const when = () => <When at={version.publishedAt} zone={zone} />;
  return (
    <>
      <p>
        {version.publishedBy === null
          ? t.rich('version.factsNobody', { when, change })
          : t.rich('version.facts', { when, change, name: version.publishedBy })}
      </p>
      <p>
        {t('version.hash')}: <code className="break-all">{version.sha256}</code>
      </p>
    </>
  );
}
