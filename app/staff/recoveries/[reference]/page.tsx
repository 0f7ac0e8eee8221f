// One recovery: how it stands, on what grounds it was started, who agreed, and what can still be done about it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { RECOVERIES, recoveryPage } from '../addresses';
import { ProblemNotice } from '../problem-notice';
import { STATE_TONES } from '../state-tones';
import { AgreePart } from './agree-part';
import { RecoveryFacts } from './facts';
import { loadRecovery } from './load-recovery';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recoveries.file');
  return { title: t('title') };
}

export default async function RecoveryPage({ params, searchParams }: Props) {
  const { recovery, staff } = await loadRecovery((await params).reference);
  const t = await getTranslations('recoveries');
  const { state, reference } = recovery;
  return (
    <StaffPage active="recoveries" who={staff.name} roles={staff.roles}>
      <BackLink href={RECOVERIES}>{t('start.back')}</BackLink>
      <ProblemNotice problem={(await searchParams).problem} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1>{t('file.title')}</h1>
        <Tag tone={STATE_TONES[state]}>{t(`state.${state}`)}</Tag>
      </div>
      {state === 'waiting' && (
        <p className="max-w-line">{t(recovery.addressStays ? 'file.waitingReset' : 'file.waiting')}</p>
      )}
      {state === 'failed' && <p className="max-w-line">{t('file.failed')}</p>}
      {state === 'stopped' && <Notice kind="urgent">{t('file.stopped')}</Notice>}
      <RecoveryFacts recovery={recovery} />
      {state === 'asked' && <AgreePart recovery={recovery} />}
      {(state === 'asked' || state === 'waiting') && (
        <form method="post" action={`${recoveryPage(reference)}/cancel`}>
          <Button kind="secondary">{t('file.cancel')}</Button>
        </form>
      )}
      {state === 'stopped' &&
        (recovery.maySettle ? (
          <form method="post" action={`${recoveryPage(reference)}/settle`}>
            <Button>{t('file.settle')}</Button>
          </form>
        ) : (
          <p className="max-w-line">{t('file.settleOther')}</p>
        ))}
    </StaffPage>
  );
}
