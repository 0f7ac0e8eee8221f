// What was given, question beside answer; what was left open, declined or kept for the talk is said to be just that.
import { useTranslations } from 'next-intl';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import { type CameFrom, pathFrom } from '@/lib/forms/came-from';
import type { AnswerToCheck } from '@/lib/forms/sections-to-check';

/** `section`: its number, for the links. `from`: the page these rows stand on, to come back to. */
export function AnswerRows({
  answers,
  section,
  from = null,
  fixed = false,
}: {
  answers: readonly AnswerToCheck[];
  section: string;
  from?: CameFrom | null;
  /** Nothing of it can be changed any more. */
  fixed?: boolean;
}) {
  const t = useTranslations('forms.check');
  const forms = useTranslations('forms');
  const rows = answers.map(
    ({ question, state, lines, missing, unsaved, clash, page, before }): SummaryRow => {
      const value = (
        <>
          {missing ? (
            <span className="font-semibold text-danger">{t('missing')}</span>
          ) : (
            <span className={`wrap-anywhere ${state === 'answered' ? '' : 'text-ink-soft'}`}>
              {lines.join('\n')}
            </span>
          )}
          {before && <span className="block text-small">{t('before', { before: before.join(', ') })}</span>}
          {page === null && <span className="block text-small text-ink-soft">{t('gone')}</span>}
          {clash && <span className="block text-small font-semibold">{forms(`clash.${clash}`)}</span>}
          {unsaved && <span className="block text-small font-semibold">{t('unsaved')}</span>}
        </>
      );
      return {
        label: question.short,
        value,
        ...(page &&
          !fixed && {
            change: { href: pathFrom(`/forms/${section}/${page}`, from), hidden: question.short },
          }),
      };
    },
  );
  return <SummaryList rows={rows} />;
}
