// A form of staff with a box to write in: what is typed is kept as a draft, by itself or by hand, until it is sent or emptied.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { KeepTyping } from './keep-typing';
import { Button, ButtonRow } from './ui/button';

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
  const words = { kept: t('kept'), waiting: t('waiting'), idle: t('idle'), out: t('out') };
  return (
    <form method="post" action={action} noValidate className={`typed-form ${className}`}>
      {draft && draft.errors.length === 0 && <p className="font-semibold">{t('draft')}</p>}
      {children}
      <ButtonRow>
        {button}
        <Button kind="quiet" name="intent" value="later">
          {t('later')}
        </Button>
      </ButtonRow>
      <KeepTyping words={words} />
    </form>
  );
}
