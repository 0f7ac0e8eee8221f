// A form of staff with a box to write in: what is typed is kept as a draft, by itself or by hand, until it is sent or emptied.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Elsewhere, FormDraft } from '@/lib/accounts/form-draft';
import { ELSEWHERE, OPENED_ON, stampOf, THIS_PAGE } from '@/lib/accounts/written';
import { newId } from '@/lib/env/ids';
import { KeepTyping } from './keep-typing';
import { MadeFor } from './made-for';
import { typingWordsIn } from './typing-words';
import { Button, ButtonRow } from './ui/button';
import { Notice } from './ui/notice';

/**
 * Its route names its `boxes`. `draft`: what is shown in it and is not saved yet. Where no scripts run, the page's other
 * forms are away while something here is neither sent nor kept (`StaffPage` says so): one press sends one form.
 */
export function TypedForm({
  action,
  draft,
  children,
  button,
  className = 'flow',
}: {
  action: string;
  draft: FormDraft | null;
  children: ReactNode;
  button: ReactNode;
  className?: string;
}) {
  const t = useTranslations('common.typed');
  return (
    <form method="post" action={action} noValidate className={`typed-form ${className}`}>
      <input type="hidden" name={THIS_PAGE} value={newId()} />
      <input type="hidden" name={OPENED_ON} value={stampOf(draft)} />
      <MadeFor />
      <InOtherTabs all={draft?.elsewhere ?? []} />
      {draft && draft.errors.length === 0 && <p className="font-semibold">{t('draft')}</p>}
      {children}
      <ButtonRow>
        {button}
        <Button kind="quiet" name="intent" value="later">
          {t('later')}
        </Button>
      </ButtonRow>
      <KeepTyping words={typingWordsIn(t)} />
    </form>
  );
}

/** What was typed in this form in other tabs stands above it until somebody says what becomes of it. */
function InOtherTabs({ all }: { all: readonly Elsewhere[] }) {
  const t = useTranslations('common.typed.elsewhere');
  if (all.length === 0) return null;
  return (
    <>
      {/* Enter in a field goes on, as everywhere: it changes nothing about these. */}
      <button type="submit" hidden />
      {all.map(({ id, texts }) => (
        <Notice key={id} kind="info" title={t('title')}>
          <p>{t('says')}</p>
          <blockquote className="whitespace-pre-line wrap-anywhere">{texts.join('\n\n')}</blockquote>
          <ButtonRow>
            <Button kind="secondary" name={ELSEWHERE} value={`use/${id}`}>
              {t('use')}
            </Button>
            <Button kind="quiet" name={ELSEWHERE} value={`remove/${id}`}>
              {t('remove')}
            </Button>
          </ButtonRow>
        </Notice>
      ))}
    </>
  );
}
