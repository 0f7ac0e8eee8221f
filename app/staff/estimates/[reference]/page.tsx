// One client's estimates: what is owed, the form that makes one, and what was given.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { EstimateFile } from '@/lib/estimates/estimate-file';
import { ESTIMATES, estimatePage } from '../addresses';
import { ProblemNotice } from '../problem-notice';
import { sayEstimateErrors } from './errors';
import { EstimateForm } from './estimate-form';
import { GivenList } from './given-list';
import { loadEstimates } from './load-estimates';
import { MadeFrom } from './made-from';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadEstimates((await params).reference);
  const [t, common] = [await getTranslations('estimates.file'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function EstimatePage({ params, searchParams }: Props) {
  const { file, staff, draft } = await loadEstimates((await params).reference);
  const { problem, given } = await searchParams;
  const t = await getTranslations('estimates.file');
  const errors = sayEstimateErrors(draft, t);
  const gave = file.given.find(({ number }) => String(number) === given);
  return (
    <StaffPage active="estimates" who={staff.name} roles={staff.roles}>
      <BackLink href={ESTIMATES}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <ProblemNotice problem={problem} />
      {gave && <DoneNotice>{t('gave', { number: gave.number })}</DoneNotice>}
      <h1>{t('heading', { name: file.name ?? t('noName') })}</h1>
      <Owed file={file} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[24rem_minmax(0,1fr)]">
        <div className="flow min-w-0">
          <MadeFrom file={file} />
          <GivenList file={file} />
        </div>
        {file.notReady ? (
          <Notice kind="info">{t(`notReady.${file.notReady}`)}</Notice>
        ) : (
          <EstimateForm file={file} draft={draft} errors={errors} calm={gave !== undefined} />
        )}
      </div>
    </StaffPage>
  );
}

async function Owed({ file }: { file: EstimateFile }) {
  const t = await getTranslations('estimates.file');
  const { dueAt, late, pays, reference, zone } = file;
  if (!dueAt) return <p className="max-w-line">{t('notOwed')}</p>;
  // Midnight ends the day it is due on.
  const when = () => <When at={new Date(dueAt.getTime() - 60_000)} zone={zone} />;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <p className="flex flex-wrap items-center gap-x-3 font-semibold">
        {late && <Tag tone="amber">{t('lateTag')}</Tag>}
        <span>{t.rich(late ? 'late' : 'due', { when })}</span>
      </p>
      {pays && <p>{t('pays', { pays })}</p>}
      {pays !== 'self-pay' && (
        <form method="post" action={`${estimatePage(reference)}/close`}>
          <Button kind="secondary">{t('close')}</Button>
        </form>
      )}
    </div>
  );
}
