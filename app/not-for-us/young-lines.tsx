// Somebody to talk to who is there for the young, country by country.
import { useTranslations } from 'next-intl';
import { callHref, textHref, urgentHelp } from '@/lib/clinic/urgent-help';
import { youngHelp } from '@/lib/clinic/young-help';

const link = 'inline-flex min-h-(--target) items-center tabular-nums';

export function YoungLines() {
  const t = useTranslations('quiet');
  return (
    <>
      <p>{t('notForUs.youngLines')}</p>
      <ul className="max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {youngHelp.map(({ country, name, call, text }) => (
          <li key={country} className="flex flex-wrap items-center justify-between gap-x-6 py-1">
            <span>
              {urgentHelp[country].country}: <b className="font-semibold">{name}</b>
            </span>
            <span className="flex flex-wrap gap-x-6">
              <a href={callHref(call)} className={link}>
                {t('urgent.call', { number: call })}
              </a>
              {text && (
                <a href={textHref(text)} className={link}>
                  {text.word
                    ? t('urgent.textWord', { word: text.word, number: text.to })
                    : t('urgent.text', { number: text.to })}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('urgent.trace')}</p>
    </>
  );
}
