// What a client chose to share of their thoughts on the guide; there is nothing here unless they did.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import type { SubmissionFile } from '@/lib/review/submission-file';

export function Reflections({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.reflections');
  return (
    <section aria-labelledby="reflections">
      <h2 id="reflections">{t('title')}</h2>
      <p className="text-ink-soft">{t('lead')}</p>
      <ul className="flex list-none flex-col border-t border-line">
        {file.reflections.map(({ question, chapter, asks, chosen, text, keptAt }) => (
          <li key={question} className="keep-together border-b border-line py-[0.6em]">
            <h3>{asks}</h3>
            {chosen && <p className="font-semibold">{chosen}</p>}
            {text && <p className="max-w-line whitespace-pre-line">{text}</p>}
            <p className="text-small text-ink-soft">
              {t.rich('when', { chapter, when: () => <When at={keptAt} zone={file.zone} /> })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
