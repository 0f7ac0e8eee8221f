// What was just done on the team's pages, or stood in the way.
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { Notice } from '@/components/ui/notice';
import { doneNamed, problemNamed } from './addresses';

export type SaidQuery = { done?: string | string[]; problem?: string | string[] };

export async function Said({ query: { done, problem } }: { query: SaidQuery }) {
  const t = await getTranslations('team');
  const [doneKnown, problemKnown] = [doneNamed(done), problemNamed(problem)];
  if (problemKnown) return <AlertNotice>{t(`problem.${problemKnown}`)}</AlertNotice>;
  if (!doneKnown) return null;
  return (
    <div role="status">
      <Notice kind="info">{t(`done.${doneKnown}`)}</Notice>
    </div>
  );
}
