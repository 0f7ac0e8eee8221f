// What was typed here in another window stands beside the form until somebody says what becomes of it.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Aside } from '@/lib/accounts/typed-elsewhere';
import { type CameFrom, FROM } from '@/lib/forms/came-from';
import { typedLines } from '@/lib/forms/field-names';
import type { LoadedPage } from './load-page';

type Given = { page: LoadedPage['page']; asides: readonly Aside[]; from: CameFrom | null; action: string };

export function TypedElsewhere({ page, asides, from, action }: Given) {
  const t = useTranslations('forms.elsewhere');
  return asides.map(({ id, draft }) => (
    <Notice key={id} kind="info" title={t('title')}>
      <p>{t('says')}</p>
      <blockquote className="whitespace-pre-line wrap-anywhere">
        {page.questions.flatMap((question) => typedLines(question, draft.values)).join('\n')}
      </blockquote>
      <form method="post" action={action}>
        <MadeFor />
        <input type="hidden" name="aside" value={id} />
        {from && <input type="hidden" name={FROM} value={from} />}
        <ButtonRow>
          <Button kind="secondary" name="intent" value="use">
            {t('use')}
          </Button>
          <Button kind="quiet" name="intent" value="remove">
            {t('remove')}
          </Button>
        </ButtonRow>
      </form>
    </Notice>
  ));
}
