// Starts a recovery: what is on file to check somebody against, the steps that were taken, and the new address.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { RECOVERIES, recoveryPage, startPage } from '../../addresses';
import { ProblemNotice } from '../../problem-notice';
import { sayStartErrors } from './errors';
import { loadClient } from './load-client';
import { OnFileList } from './on-file-list';
import { StartForm } from './start-form';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadClient((await params).reference);
  const [t, common] = [await getTranslations('recoveries.start'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function StartPage({ params, searchParams }: Props) {
  const { client, staff, draft } = await loadClient((await params).reference);
  const [t, words] = [await getTranslations('recoveries.start'), await getTranslations('recoveries')];
  const errors = sayStartErrors(draft, words);
  return (
    <StaffPage active="recoveries" who={staff.name} roles={staff.roles}>
      <BackLink href={RECOVERIES}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <ProblemNotice problem={(await searchParams).problem} />
      <h1>{t('title')}</h1>
      {client.open && (
        <Notice kind="info">
          {t('open')} <a href={recoveryPage(client.open)}>{t('openLink')}</a>
        </Notice>
      )}
      {client.objected && <Notice kind="urgent">{t('objected')}</Notice>}
      {draft && !client.open && !client.objected && (
        <NotSaved action={`${startPage(client.reference)}/begin`} />
      )}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[26rem_minmax(0,1fr)]">
        <OnFileList client={client} />
        {!client.open && !client.objected && <StartForm client={client} draft={draft} errors={errors} />}
      </div>
    </StaffPage>
  );
}
