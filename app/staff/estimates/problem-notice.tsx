// What stood in the way of an estimate.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { problemNamed } from './addresses';

export function ProblemNotice({ problem }: { problem: string | string[] | undefined }) {
  const t = useTranslations('estimates.file.problem');
  const known = problemNamed(problem);
  if (!known) return null;
  return <AlertNotice>{t(known)}</AlertNotice>;
}
