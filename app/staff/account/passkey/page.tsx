// Adds a passkey beside the app, after saying what the device will show of it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PasskeyForm } from '@/components/passkey-form';
import { TextField } from '@/components/ui/text-field';
import { staffPasskeyToMake } from '@/lib/accounts/add-staff-passkey';
import { CHALLENGE_MINUTES } from '@/lib/accounts/challenge';
import { formDraft } from '@/lib/accounts/form-draft';
import { relyingParty } from '@/lib/accounts/passkey';
import { requireFreshStaff } from '@/lib/accounts/require';
import { ACCOUNT, OwnPage, problemOf } from '../own-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount.passkey'))('title') };
}

export default async function PasskeyPage() {
  const { actor, staff, session } = await requireFreshStaff();
  const [t, common] = [await getTranslations('ownAccount.passkey'), await getTranslations('common')];
  const draft = await formDraft(actor, 'staff/account/passkey');
  const shown = { site: common('shortName'), user: t('userName') };
  return (
    <OwnPage staff={staff} problem={await problemOf(draft)}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <p className="max-w-line">{t('seen', { ...shown, host: relyingParty().id })}</p>
      <noscript className="block">
        <p>{t('noScript')}</p>
      </noscript>
      <PasskeyForm
        action={`${ACCOUNT}/passkey/add`}
        asked={{ make: await staffPasskeyToMake(actor, session, shown) }}
        goodForMs={CHALLENGE_MINUTES * 60_000 - 30_000}
        words={{
          submit: t('submit'),
          unsupported: t('unsupported'),
          waiting: t('waiting'),
          failed: t('failed'),
          known: t('known'),
        }}
      >
        <TextField
          name="label"
          label={t('field')}
          hint={t('hint')}
          optional
          defaultValue={draft?.values.label?.[0]}
          autoComplete="off"
          size="medium"
          spellCheck={false}
        />
      </PasskeyForm>
    </OwnPage>
  );
}
