// What was just done on the team's pages, or stood in the way.
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { doneNamed, problemNamed } from './addresses';

export type SaidQuery = { done?: string | string[]; problem?: string | string[] };

/** `draft`: what was typed and not taken; where nothing was wrong with it, it was only kept. */
export async function Said({
  query: { done, problem },
  draft,
}: {
  query: SaidQuery;
  draft?: FormDraft | null;
}) {
  const t = await getTranslations('team');
  if (draft?.errors.length) return null;
  const [doneKnown, problemKnown] = [doneNamed(done), problemNamed(problem)];
  if (problemKnown) return <AlertNotice>{t(`problem.${problemKnown}`)}</AlertNotice>;
  const says = draft ? t('kept') : doneKnown && t(`done.${doneKnown}`);
  if (!says) return null;
  return <DoneNotice>{says}</DoneNotice>;
}
