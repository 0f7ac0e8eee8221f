// What raised a danger sign: the question, the exact answer, and since when.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { instrumentNamed, questionNamed } from '@/lib/forms/definition';
import { riskRule } from '@/lib/forms/risk';
import type { FlagWithAnswer } from '@/lib/review/submission-file';

export function FlagAnswer({ flag, zone }: { flag: FlagWithAnswer; zone: string }) {
  const t = useTranslations('flags.state');
  if (flag.shut) return <Shut flag={flag} zone={zone} />;
  const question = questionNamed(flag.question);
  const said = question && flag.given ? answerInWords(question, flag.given).lines : [];
  return (
    <div>
      <h3>{question?.title ?? instrumentNamed(flag.question)?.title ?? flag.question}</h3>
      <p className="text-[1.15em] font-semibold whitespace-pre-line wrap-anywhere">
        {said.join('\n') || <NoAnswer flag={flag} />}
      </p>
      <p className="text-ink-soft">
        {t.rich('raised', { when: () => <When at={flag.raisedAt} zone={zone} /> })}
        {flag.changedSince && ` ${t('changedSince')}`}
      </p>
    </div>
  );
}

/** For who is not on the case: since when it is there, and how they come to what was answered. */
function Shut({ flag, zone }: { flag: FlagWithAnswer; zone: string }) {
  const t = useTranslations('flags.state');
  return (
    <div>
      <h3>{t('shutTitle')}</h3>
      <p className="text-ink-soft">
        {t.rich('raised', { when: () => <When at={flag.raisedAt} zone={zone} /> })}
      </p>
      {!flag.closed && <p>{t('shut')}</p>}
    </div>
  );
}

/** What raised it was no one answer: a total, or that a question was left open. */
function NoAnswer({ flag }: { flag: FlagWithAnswer }) {
  const t = useTranslations('flags.state');
  const sign = riskRule(flag.rule)?.when;
  if (sign && 'score' in sign) return t('total', { from: sign.from, to: sign.to });
  return sign && 'leftOpen' in sign ? t('leftOpen') : t('noAnswer');
}

/** What its question, or the whole it is a total of, is called in a few words. */
export const nameOfFlag = ({ question }: { question: string }): string =>
  questionNamed(question)?.short ?? instrumentNamed(question)?.title ?? question;
