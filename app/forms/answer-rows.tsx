// What was given, question beside answer; what was left open, declined or kept for the talk is said to be just that.
import { useTranslations } from 'next-intl';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import type { AnswerToCheck } from '@/lib/forms/sections-to-check';
import { pathFrom } from './from-everything';

/** `section`: its number, for the links; null when nothing can be changed. `everything`: it is the page of all sections. */
export function AnswerRows({
  answers,
  section,
  everything = false,
}: {
  answers: readonly AnswerToCheck[];
  section: string | null;
  everything?: boolean;
}) {
  const t = useTranslations('forms.check');
  const forms = useTranslations('forms');
  const rows = answers.map(({ question, state, lines, missing, unsaved, clash, page }): SummaryRow => {
    const value = (
      <>
        {missing ? (
          <span className="font-semibold text-danger">{t('missing')}</span>
        ) : (
          <span className={state === 'answered' ? undefined : 'text-ink-soft'}>{lines.join('\n')}</span>
        )}
        {clash && <span className="block text-small font-semibold">{forms(`clash.${clash}`)}</span>}
        {unsaved && section && <span className="block text-small font-semibold">{t('unsaved')}</span>}
      </>
    );
    return {
      label: question.short,
      value,
      ...(section && {
        change: { href: pathFrom(`/forms/${section}/${page}`, everything), hidden: question.short },
      }),
    };
  });
  return <SummaryList rows={rows} />;
}
