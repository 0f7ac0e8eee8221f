// What stood in the way of an estimate.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { problemNamed } from './addresses';

export function ProblemNotice({ problem }: { problem: string | string[] | undefined }) {
  const t = useTranslations('estimates.file.problem');
  const known = problemNamed(problem);
  if (!known) return null;
  return (
    <div role="alert">
      <Notice kind="urgent">{t(known)}</Notice>
    </div>
  );
}
