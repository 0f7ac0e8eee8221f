// What came of the last step, or what stood in its way.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { doneNamed, problemNamed } from './addresses';

type Query = Record<string, string | string[] | undefined>;

export function Said({ query }: { query: Query }) {
  const t = useTranslations('phone');
  const [problem, done] = [problemNamed(query.problem), doneNamed(query.done)];
  if (problem) return <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>;
  if (!done) return null;
  return <DoneNotice>{t(`done.${done}`)}</DoneNotice>;
}
