// Where the eight digits from a mail are typed: at sign-in, and when an address is changed.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from './ui/button';
import { Notice } from './ui/notice';
import { TextField } from './ui/text-field';

/** `demo`: the mail lands in the local mailbox, and the way there is shown. `children`: hidden fields. */
export function CodeForm(form: {
  action: string;
  submit: string;
  error?: string;
  typed?: string;
  demo: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations('common.code');
  return (
    <>
      <form method="post" action={form.action} noValidate className="flex flex-col items-start gap-6">
        {form.children}
        <TextField
          name="code"
          label={t('field')}
          hint={t('hint')}
          error={form.error}
          defaultValue={form.typed}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="short"
          spellCheck={false}
        />
        <Button>{form.submit}</Button>
      </form>
      <p>{t.rich('nothing', { call: (words) => <a href="/sign-in/lost">{words}</a> })}</p>
      {form.demo && (
        <Notice kind="quiet">
          <a href="/mailbox">{t('demo')}</a>
        </Notice>
      )}
    </>
  );
}
