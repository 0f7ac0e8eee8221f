// One document: its versions, the draft of the next, and who has signed it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { When } from '@/components/when';
import { mayEdit } from '@/lib/documents/may-edit';
import { documentSigners } from '@/lib/review/document-signers';
import { DOCUMENTS, draftPage, oneOf, type Search } from '../addresses';
import { ProblemNotice } from '../problem-notice';
import { loadDocument } from './load-document';
import { Signers } from './signers';
import { signersView } from './signers-address';
import { VersionsTable } from './versions-table';

type Props = Search & { params: Promise<{ slug: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffDocuments.file');
  return { title: t('browserTitle') };
}

export default async function DocumentPage({ params, searchParams }: Props) {
  const { actor, staff, file, current } = await loadDocument((await params).slug);
  const query = await searchParams;
  const view = signersView(query);
  const signers = await documentSigners(actor, file.slug, view);
  const t = await getTranslations('staffDocuments.file');
  const { draft, zone } = file;
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <BackLink href={DOCUMENTS}>{t('back')}</BackLink>
      <ProblemNotice problem={query.problem} />
      {oneOf(query.done) === 'published' && (
        <DoneNotice>{t('published', { version: current.version })}</DoneNotice>
      )}
      {oneOf(query.done) === 'discarded' && <DoneNotice>{t('discarded')}</DoneNotice>}
      <h1>{current.title}</h1>
      <p>{t(`kind.${current.kind}`)}</p>
      {draft && (
        <p>
          {t.rich('draft', { name: draft.changedBy, when: () => <When at={draft.changedAt} zone={zone} /> })}
        </p>
      )}
      {mayEdit(actor) && (
        <ButtonRow>
          <ButtonLink href={draftPage(file.slug)}>{t(draft ? 'goOn' : 'write')}</ButtonLink>
        </ButtonRow>
      )}
      <section aria-labelledby="versions" className="flow min-w-0">
        <h2 id="versions">{t('versions')}</h2>
        <VersionsTable file={file} />
      </section>
      <Signers file={file} signers={signers} view={view} />
    </StaffPage>
  );
}
