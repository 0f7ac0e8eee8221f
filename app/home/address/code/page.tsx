// Takes the code from the new mailbox; when it has run out, says so and offers a new one.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { CodeForm } from '@/components/code-form';
import { ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { formDraft } from '@/lib/accounts/form-draft';
import { addressAwaitingCode } from '@/lib/accounts/own-address';
import { requireClient } from '@/lib/accounts/require';
import { settings } from '@/lib/env/settings';
import { CODE_FORM, sayErrors } from '../errors';

export async function generateMetadata(): Promise<Metadata> {
  const { actor } = await requireClient();
  const [t, common, draft] = await Promise.all([
    getTranslations('address.code'),
    getTranslations('common'),
    formDraft(actor, CODE_FORM),
  ]);
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function AddressCodePage() {
  const { actor } = await requireClient();
  const [t, words, draft, email] = await Promise.all([
    getTranslations('address.code'),
    getTranslations('address'),
    formDraft(actor, CODE_FORM),
    addressAwaitingCode(actor),
  ]);
  if (email === null) return <Gone />;
  const error = sayErrors(draft, words)[0]?.message;
  return (
    <ClientPage back={{ href: '/home/address', label: t('back') }} signedIn>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('title')}</h1>
      <p className="text-lead wrap-anywhere">{t('lead', { email })}</p>
      <CodeForm
        action="/home/address/prove"
        submit={t('submit')}
        error={error}
        typed={draft?.values.code?.[0]}
        demo={settings.mailboxOpen}
      />
    </ClientPage>
  );
}

async function Gone() {
  const t = await getTranslations('address.code');
  return (
    <ClientPage signedIn>
      <h1>{t('goneTitle')}</h1>
      <p className="text-lead">{t('goneBody')}</p>
      <p>
        <ButtonLink href="/home/address">{t('again')}</ButtonLink>
      </p>
    </ClientPage>
  );
}
