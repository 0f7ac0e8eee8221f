// Documents whose text is another than the one that was signed: what that asks of somebody, the most pressing first.
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Home } from '@/lib/onboarding/home';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { nameOfStep } from './task-list';

type Props = Pick<Home, 'changed' | 'appointment'>;

export function ChangedDocuments({ changed, appointment }: Props) {
  const t = useTranslations('home');
  const locale = useLocale();
  return (['first', 'before-session', 'nothing'] as const).map((asks) => {
    const documents = changed.filter((each) => each.asks === asks);
    if (documents.length === 0) return null;
    return (
      <Notice key={asks} kind={asks === 'nothing' ? 'quiet' : 'info'} title={t(`changed.${asks}.title`)}>
        <p>{t(`changed.${asks}.body`, { count: documents.length })}</p>
        <ul>
          {documents.map(({ slug }) => (
            <li key={slug}>
              <a href={`/documents/${slug}`}>{t(nameOfStep(`document.${slug}`))}</a>
            </li>
          ))}
        </ul>
        {asks === 'before-session' && appointment && (
          <p>
            {t('changed.before-session.booked', {
              when: instantInWords(appointment.startsAt, appointment.zone, locale),
            })}
          </p>
        )}
      </Notice>
    );
  });
}
