// Between the e-mail and what is theirs, a client gives their second key: nothing of theirs is read before.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { PasskeyForm } from '@/components/passkey-form';
import { ReachClinic } from '@/components/reach-clinic';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { CHALLENGE_MINUTES } from '@/lib/accounts/challenge';
import { formDraft } from '@/lib/accounts/form-draft';
import { passkeyToGive } from '@/lib/accounts/give-passkey';
import { ipOf, ownPath } from '@/lib/accounts/network';
import { requireSecondKeyHolder } from '@/lib/accounts/require';
import { isFresh, keysToGive } from '@/lib/accounts/second-key';
import { publicClinic } from '@/lib/clinic/public-clinic';
import { PinForm } from './pin-form';
import { errorIn } from './second-key-errors';

type Search = { searchParams: Promise<{ next?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, common, draft] = await Promise.all([
    getTranslations('gettingIn.give'),
    getTranslations('common'),
    formDraft(null, 'second-key'),
  ]);
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function SecondKeyPage({ searchParams }: Search) {
  const draft = await formDraft(null, 'second-key');
  const after = ownPath((await searchParams).next, ownPath(draft?.values.next?.[0], '/home'));
  const { actor, session } = await requireSecondKeyHolder(after);
  if (session.secondKey === 'given' && isFresh(session)) redirect(after);
  const [t, errors, keys, clinic] = await Promise.all([
    getTranslations('gettingIn.give'),
    getTranslations('gettingIn.errors'),
    keysToGive(actor, ipOf(await headers())),
    publicClinic(),
  ]);
  const problem = errorIn(draft);
  const message = problem ? errors(problem.reason) : undefined;
  const both = keys.pin && !keys.pinShut && keys.passkeys > 0;
  const next = <input type="hidden" name="next" value={after} />;
  return (
    <ClientPage signedIn>
      <ErrorSummary errors={problem && message ? [{ href: `#${problem.field}`, message }] : []} />
      <h1>{t('title')}</h1>
      <p className="text-lead">{t(`lead.${keys.passkeys === 0 ? 'pin' : both ? 'both' : 'passkey'}`)}</p>
      {keys.passkeys > 0 && (
        <section id="passkey" className="flow">
          {both && <h2>{t('passkeyHeading')}</h2>}
          <noscript className="block">
            <p>{t('passkeyNoScript')}</p>
          </noscript>
          <PasskeyForm
            action="/sign-in/second-key/passkey"
            asked={{ give: await passkeyToGive(actor, session.id) }}
            goodForMs={CHALLENGE_MINUTES * 60_000 - 30_000}
            words={{
              submit: t('passkeySubmit'),
              unsupported: t('passkeyUnsupported'),
              waiting: t('passkeyWaiting'),
              failed: t('passkeyFailed'),
              known: t('passkeyFailed'),
            }}
          >
            {next}
          </PasskeyForm>
        </section>
      )}
      {keys.pin && !keys.pinShut && (
        <section className="flow">
          {both && <h2>{t('pinHeading')}</h2>}
          <PinForm error={problem?.field === 'pin' ? message : undefined} beside={both}>
            {next}
          </PinForm>
        </section>
      )}
      {keys.pinShut && (
        <div id="pin">
          <Notice kind="info" title={t('shutTitle')}>
            <p>{t('shut')}</p>
            <ReachClinic clinic={clinic} />
          </Notice>
        </div>
      )}
      {!keys.pinShut && (
        <Details summary={t('forgotten')}>
          <p>{t('forgottenBody')}</p>
          <ReachClinic clinic={clinic} />
        </Details>
      )}
    </ClientPage>
  );
}
