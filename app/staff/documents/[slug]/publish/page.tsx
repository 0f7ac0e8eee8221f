// The last look before a draft becomes the next version: what changes, what kind of change it is, and once more who it is.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { differencesBetween } from '@/lib/documents/differences';
import { documentPage, draftPage, type Search } from '../../addresses';
import { DifferencesShown } from '../../differences-shown';
import { ProblemNotice } from '../../problem-notice';
import { loadPublishing } from './load-publishing';
import { PublishForm } from './publish-form';

type Props = Search & { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { said } = await loadPublishing((await params).slug);
  const [t, common] = [await getTranslations('staffDocuments.publish'), await getTranslations('common')];
  const title = t('browserTitle');
  return { title: said.length > 0 ? common('errorTitle', { title }) : title };
}

export default async function PublishPage({ params, searchParams }: Props) {
  const loaded = await loadPublishing((await params).slug);
  const { staff, slug, current, draft, said, stopped, now } = loaded;
  if (!draft) redirect(documentPage(slug));
  const t = await getTranslations('staffDocuments.publish');
  return (
    <StaffPage active="documents" who={staff.name} roles={staff.roles}>
      <BackLink href={draftPage(slug)}>{t('back')}</BackLink>
      <ErrorSummary errors={said.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <ProblemNotice problem={stopped ?? (await searchParams).problem} />
      <h1>{t('title', { title: current.title, version: current.version + 1 })}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <div className="grid gap-x-10 gap-y-8 pt-3 xl:grid-cols-2">
        {!stopped && <PublishForm loaded={loaded} draft={draft} />}
        {now && (
          <section aria-labelledby="changes" className="flow min-w-0">
            <h2 id="changes">{t('changes')}</h2>
            <DifferencesShown parts={differencesBetween(current, now)} none="" />
          </section>
        )}
      </div>
    </StaffPage>
  );
}
