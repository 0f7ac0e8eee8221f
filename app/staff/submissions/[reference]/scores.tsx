// Totals of the official questionnaires, each with its band and its items. A total that isn't whole is said to be just that.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { SummaryList } from '@/components/ui/summary-list';
import { answerInWords } from '@/lib/forms/answer-in-words';
import type { Question } from '@/lib/forms/question';
import type { ScoreGiven } from '@/lib/review/scores-of';
import type { SubmissionFile } from '@/lib/review/submission-file';

export function Scores({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.scores');
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">{t('title')}</h2>
      <p className="text-small text-ink-soft">{t('lead')}</p>
      <ul className="flex list-none flex-col gap-4 ps-0">
        {file.scores.map((given) => (
          <li key={given.instrument.id} className="keep-together border-t border-line pt-3">
            <Given given={given} file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ given, file }: { given: ScoreGiven; file: SubmissionFile }) {
  const t = useTranslations('staff.submission.scores');
  const { instrument, score, begun, items, unscored } = given;
  const said = (question: Question) => answerInWords(question, file.answers.get(question.id)).lines.join(' ');
  const most = Math.max(...instrument.bands.map(({ to }) => to));
  return (
    <>
      <h3>{instrument.title}</h3>
      <p className="text-[1.15em] font-semibold">
        {score.complete
          ? t('total', { total: score.total, most, band: score.band.name })
          : begun
            ? t('incomplete', { answered: score.answered, of: score.of, atLeast: score.atLeast })
            : t('none')}
      </p>
      {score.complete && score.of < items.length && <p>{t('ended')}</p>}
      {begun && (
        <Details summary={t('items')}>
          <SummaryList
            rows={[
              ...items.map(({ question, points }) => ({
                label: question.title,
                value: points === null ? said(question) : t('points', { said: said(question), points }),
              })),
              ...unscored.map((question) => ({ label: question.title, value: said(question) })),
            ]}
          />
        </Details>
      )}
      <p className="text-small text-ink-soft">{instrument.notice}</p>
    </>
  );
}
