// Nobody has to sign before they have asked: by phone, by mail, or here; what they asked here stands here.
import { useLocale, useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import type { DocumentQuestion } from '@/lib/documents/questions-of';
import { instantInWords } from '@/lib/scheduling/time-in-words';

type Props = {
  slug: string;
  clinic: { phone: string; email: string; zone: string };
  questions: readonly DocumentQuestion[];
  /** Somebody without an account can't be answered here. */
  signedIn: boolean;
};

export function AskFirst({ slug, clinic: { phone, email, zone }, questions, signedIn }: Props) {
  const t = useTranslations('documents');
  return (
    <>
      {questions.length > 0 && <Asked questions={questions} zone={zone} />}
      <Details summary={t('ask.summary')}>
        {signedIn && (
          <p>
            <a href={`/documents/${slug}/ask`} className="inline-flex min-h-(--target) items-center">
              {t(questions.length > 0 ? 'ask.another' : 'ask.write')}
            </a>
          </p>
        )}
        <p>
          {t.rich('ask.body', {
            phone,
            email,
            call: (number) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{number}</a>,
            mail: (address) => <a href={`mailto:${email}`}>{address}</a>,
          })}
        </p>
      </Details>
    </>
  );
}

function Asked({ questions, zone }: Pick<Props, 'questions'> & { zone: string }) {
  const t = useTranslations('documents.ask');
  const locale = useLocale();
  return (
    <div id="asked" tabIndex={-1} className="scroll-mt-24">
      <Notice kind="quiet" title={t('asked')}>
        {questions.map(({ id, text, askedAt, answered }) => (
          <div key={id}>
            <p>
              {t(answered ? 'askedAt' : 'askedOn', { when: instantInWords(askedAt, zone, locale) })}{' '}
              {answered &&
                t(`answered.${answered.by ?? 'other'}`, { when: instantInWords(answered.at, zone, locale) })}
              {answered?.by === 'site' && (
                <>
                  {' '}
                  <a href="/home/messages">{t('answeredHere')}</a>
                </>
              )}
            </p>
            <Details summary={t('what')}>
              <p className="whitespace-pre-line wrap-anywhere">{text}</p>
            </Details>
          </div>
        ))}
      </Notice>
    </div>
  );
}
