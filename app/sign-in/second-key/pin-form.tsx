// Takes the PIN, with and without JavaScript.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ShowTyped } from '@/components/ui/show-typed';
import { TextField } from '@/components/ui/text-field';

const BOXES = ['pin'];

/** `beside`: a passkey stands above it, and is what to do next. */
export function PinForm({
  error,
  beside,
  children,
}: {
  error: string | undefined;
  beside: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('gettingIn.give');
  return (
    <form
      method="post"
      action="/sign-in/second-key/pin"
      noValidate
      className="flex flex-col items-start gap-6"
    >
      {children}
      <TextField
        name="pin"
        type="password"
        label={t('pinField')}
        hint={t('pinHint')}
        error={error}
        autoComplete="current-password"
        inputMode="numeric"
        size="short"
        spellCheck={false}
      />
      <ShowTyped fields={BOXES} words={{ show: t('pinShow'), hide: t('pinHide') }} />
      <Button kind={beside ? 'secondary' : 'primary'}>{t('pinSubmit')}</Button>
    </form>
  );
}
