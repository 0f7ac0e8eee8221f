// Every question and what became of it: answered, declined, to be said in person, not answered, or never asked.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag, type Tone } from '@/components/ui/tag';
import { When } from '@/components/when';
import { answerInWords } from '@/lib/forms/answer-in-words';
import type { Question, State } from '@/lib/forms/question';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { readableSections, sectionPlace } from './parts';

const tones: Record<Exclude<State, 'answered'>, Tone> = {
  declined: 'neutral',
  'in-person': 'active',
  'not-answered': 'locked',
  'not-shown': 'locked',
};

export function AnswerSections({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission');
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('sections.title')}</h2>
      {!file.clinical && <Notice kind="quiet">{t(file.shut ? 'case.answers' : 'notClinical')}</Notice>}
      {readableSections(file).map(({ number, title, questions: readable }) => {
        // What was not among the questions when they sent was not asked.
        const asked = readable.filter(
          ({ id }) => (file.answers.get(id)?.state ?? 'not-shown') !== 'not-shown',
        );
        return (
          <section key={number} aria-labelledby={sectionPlace(number)}>
            <h3 id={sectionPlace(number)}>
              {number}. {title}
            </h3>
            {asked.length > 0 ? (
              <>
                <SummaryList
                  rows={asked.map((question) => ({
                    label: question.short,
                    value: <Said question={question} file={file} />,
                  }))}
                />
                <NotAsked
                  questions={readable.filter(({ short }) => !asked.some((one) => one.short === short))}
                />
              </>
            ) : (
              <p className="text-small text-ink-soft">{t('sections.noneAsked')}</p>
            )}
          </section>
        );
      })}
    </section>
  );
}

/** What their other answers ruled out, said once and not in the way. */
function NotAsked({ questions }: { questions: readonly Question[] }) {
  const t = useTranslations('staff.submission.sections');
  if (questions.length === 0) return null;
  const names = [...new Set(questions.map(({ short }) => short))].join(', ');
  return <p className="text-small text-ink-soft">{t('notAsked', { names })}</p>;
}

function Said({ question, file }: { question: Question; file: SubmissionFile }) {
  const t = useTranslations('staff.submission.sections');
  const given = file.answers.get(question.id);
  const { state, lines } = answerInWords(question, given);
  return (
    <>
      {given?.broken ? (
        <Tag tone="red">{t('broken')}</Tag>
      ) : state === 'answered' ? (
        lines.join('\n')
      ) : (
        <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
      )}
      {given && given.revision > 1 && (
        <span className="block text-small text-ink-soft">
          {t.rich('changed', { when: () => <When at={given.answeredAt} zone={file.zone} /> })}
        </span>
      )}
    </>
  );
}
