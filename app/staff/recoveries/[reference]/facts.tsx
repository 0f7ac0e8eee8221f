// What is written down about a recovery.
import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { When } from '@/components/when';
import { RECOVERY_STEP_IDS } from '@/lib/clinic/recovery-steps';
import type { RecoveryFile } from '@/lib/review/recovery-file';

export function RecoveryFacts({ recovery }: { recovery: RecoveryFile }) {
  const t = useTranslations('recoveries');
  const { person, zone, agreedAt, agreedBy, doneAt, cancelledAt, state } = recovery;
  const when = (at: Date) => <When at={at} zone={zone} />;
  const steps = RECOVERY_STEP_IDS.filter((step) => recovery.steps.includes(step));
  return (
    <SummaryList
      rows={[
        {
          label: t('file.who'),
          value: [person?.name, person?.reference].filter(Boolean).join('\n') || t('list.noName'),
        },
        {
          label: t('file.from'),
          value: (
            <>
              <span className="wrap-anywhere">{recovery.oldEmail}</span>
              <span className="block text-small text-ink-soft">{t('file.told')}</span>
            </>
          ),
        },
        {
          label: t('file.to'),
          value: recovery.addressStays ? (
            t('file.stays')
          ) : (
            <span className="wrap-anywhere">{recovery.newEmail}</span>
          ),
        },
        { label: t('file.steps'), value: steps.map((step) => t(`step.${step}`)).join('\n') },
        {
          label: t('file.reset'),
          value: recovery.resetSecondKey ? t('file.resetYes') : t('file.resetNo'),
        },
        { label: t('file.startedBy'), value: recovery.startedBy },
        { label: t('file.startedAt'), value: when(recovery.askedAt) },
        ...(agreedAt
          ? [
              { label: t('file.agreedBy'), value: agreedBy ?? '' },
              { label: t('file.agreedAt'), value: when(agreedAt) },
            ]
          : []),
        ...(state === 'asked' || state === 'waiting' || state === 'run-out'
          ? [{ label: t('file.until'), value: when(recovery.expiresAt) }]
          : []),
        ...(doneAt ? [{ label: t('file.doneAt'), value: when(doneAt) }] : []),
        ...(cancelledAt ? [{ label: t('file.cancelledAt'), value: when(cancelledAt) }] : []),
      ]}
    />
  );
}
