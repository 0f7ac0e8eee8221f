// Adds a passkey, after saying what the device will show of it to others.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { PasskeyForm } from '@/components/passkey-form';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { passkeyToMake } from '@/lib/accounts/add-passkey';
import { CHALLENGE_MINUTES } from '@/lib/accounts/challenge';
import { formDraft } from '@/lib/accounts/form-draft';
import { relyingParty } from '@/lib/accounts/passkey';
import { requireClient, showAgainPath } from '@/lib/accounts/require';
import { isFresh } from '@/lib/accounts/second-key';
import { ShowAgain } from '../../show-again';

const REASONS = [
  'no-answer',
  'expired',
  'not-accepted',
  'known',
  'enough',
  'changed-meanwhile',
  'too-many-changes',
] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gettingIn.passkey'))('title') };
}

export default async function PasskeyPage() {
  const { actor, session } = await requireClient();
  const [t, words, common, draft] = await Promise.all([
    getTranslations('gettingIn.passkey'),
    getTranslations('gettingIn'),
    getTranslations('common'),
    formDraft(actor, 'getting-in/passkey'),
  ]);
  const reason = REASONS.find((each) => each === draft?.errors[0]?.reason);
  const again = isFresh(session) ? null : showAgainPath(session, '/home/getting-in/passkey');
  const shown = { site: common('shortName'), user: t('userName') };
  return (
    <ClientPage signedIn back={{ href: '/home/getting-in', label: words('backHere') }}>
      <ErrorSummary errors={reason ? [{ href: '#label', message: words(`errors.${reason}`) }] : []} />
      <h1>{t('title')}</h1>
      {again ? (
        <ShowAgain href={again} />
      ) : (
        <>
          <p className="text-lead">{t('lead')}</p>
          <Notice kind="info" title={t('seenTitle')}>
            <p>{t('seen', { ...shown, host: relyingParty().id })}</p>
            <p>{t('shared')}</p>
          </Notice>
          <noscript className="block">
            <p>{t('noScript')}</p>
          </noscript>
          <PasskeyForm
            action="/home/getting-in/passkey/add"
            asked={{ make: await passkeyToMake(actor, session, shown) }}
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
          <p>
            <a href="/home/getting-in/pin" className="inline-flex min-h-(--target) items-center">
              {t('usePin')}
            </a>
          </p>
        </>
      )}
    </ClientPage>
  );
}
