// What a calendar without a clinician says: where the first hours are set.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

export function NobodyKeepsHours() {
  const t = useTranslations('calendar');
  return (
    <Notice kind="quiet" title={t('noClinicians')}>
      <p>{t.rich('noCliniciansNext', { hours: (words) => <a href="/staff/availability">{words}</a> })}</p>
    </Notice>
  );
}
