// Two tabs, two texts: what is saved stands beside the form that holds what was typed here, and nothing is lost.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { FROM } from '@/lib/forms/came-from';
import type { LoadedPage } from './load-page';

export function BothVersions({
  page,
  answers,
  from,
  action,
}: Pick<LoadedPage, 'page' | 'answers' | 'from'> & { action: string }) {
  const t = useTranslations('forms.versions');
  return (
    <div id="versions" tabIndex={-1}>
      <Notice kind="info" title={t('title')}>
        <p>{t('lead')}</p>
        <p>{t('saved')}</p>
        {page.questions.map((question) => (
          <blockquote key={question.id} className="whitespace-pre-line">
            {answerInWords(question, answers.get(question.id)).lines.join('\n')}
          </blockquote>
        ))}
        <p>{t('yours')}</p>
        <form method="post" action={action}>
          <MadeFor />
          {from && <input type="hidden" name={FROM} value={from} />}
          <Button kind="secondary" name="intent" value="keep-saved">
            {t('keep')}
          </Button>
        </form>
      </Notice>
    </div>
  );
}
