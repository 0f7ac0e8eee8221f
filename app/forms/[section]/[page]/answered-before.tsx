// The question has changed since it was answered: what was said then stands beside it, and nothing is dropped in silence.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { ChangedQuestion } from '@/lib/forms/page-to-show';

export function AnsweredBefore({ changed }: { changed: readonly ChangedQuestion[] }) {
  const t = useTranslations('forms.answeredBefore');
  return changed.map(({ asked, lines }) => (
    <Notice key={asked} kind="info" title={t('title')}>
      <p>{t('asked', { asked })}</p>
      <blockquote className="whitespace-pre-line wrap-anywhere">{lines.join('\n')}</blockquote>
      <p>{t('says')}</p>
    </Notice>
  ));
}
