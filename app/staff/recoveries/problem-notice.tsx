// What stood in the way of something that has nothing typed in it.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { problemNamed } from './addresses';

export function ProblemNotice({ problem }: { problem: string | string[] | undefined }) {
  const t = useTranslations('recoveries.problem');
  const known = problemNamed(problem);
  if (!known) return null;
  return (
    <AlertNotice>
      {t(known)}
      {known === 'not-fresh' && (
        <>
          {' '}
          <a href="/staff/second-factor">{t('showAgain')}</a>
        </>
      )}
    </AlertNotice>
  );
}
