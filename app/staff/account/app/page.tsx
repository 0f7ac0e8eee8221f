// Sets up another app in place of the one a member of staff has.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AppToScan } from '@/components/app-to-scan';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { secretToReplace } from '@/lib/accounts/replace-app';
import { requireFreshStaff } from '@/lib/accounts/require';
import { totpAddress } from '@/lib/accounts/totp';
import { ACCOUNT, OwnPage, problemOf } from '../own-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount.app'))('title') };
}

export default async function AppPage() {
  const { actor, staff } = await requireFreshStaff();
  const secret = await secretToReplace(actor);
  if (!secret) redirect(ACCOUNT);
  const [t, enrol] = [await getTranslations('ownAccount.app'), await getTranslations('staffSignIn.enrol')];
  const problem = await problemOf(await formDraft(actor, 'staff/account/app'));
  return (
    <OwnPage staff={staff} problem={problem}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <AppToScan secret={secret} address={totpAddress(secret, 'staff')} />
      <form
        method="post"
        action={`${ACCOUNT}/app/confirm`}
        noValidate
        className="flex flex-col items-start gap-4"
      >
        <TextField
          name="code"
          label={enrol('field')}
          error={problem?.message}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="short"
          spellCheck={false}
        />
        <Button>{t('submit')}</Button>
      </form>
    </OwnPage>
  );
}
