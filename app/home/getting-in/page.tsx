// How a client gets in now, what makes it safer, and what to do when a key is lost.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ownPath } from '@/lib/accounts/network';
import { requireClient } from '@/lib/accounts/require';
import { type SecondKeys, secondKeysOf } from '@/lib/accounts/second-key';
import { publicClinic } from '@/lib/clinic/public-clinic';
import { saysInboxIsShared } from '@/lib/onboarding/urge-second-key';
import { PasskeyPart, PinPart } from './keys';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gettingIn'))('title') };
}

const DONE = ['pin', 'passkey', 'removed'] as const;
const PROBLEMS = ['changed-meanwhile', 'too-many-changes'] as const;

type Search = { searchParams: Promise<{ done?: string; problem?: string; next?: string }> };

export default async function GettingInPage({ searchParams }: Search) {
  const { actor } = await requireClient();
  const [t, keys, clinic, shared, { done, problem, next }] = await Promise.all([
    getTranslations('gettingIn'),
    secondKeysOf(actor),
    publicClinic(),
    saysInboxIsShared(actor),
    searchParams,
  ]);
  const how = howOf(keys);
  const changed = DONE.find((each) => each === done);
  const goOn = ownPath(next, '');
  const refused = PROBLEMS.find((each) => each === problem);
  return (
    <ClientPage signedIn back={{ href: '/home', label: t('back') }}>
      <h1>{t('title')}</h1>
      {refused && <AlertNotice>{t(`errors.${refused}`)}</AlertNotice>}
      {changed && (
        <Notice kind="info" title={t(`done.${changed}`)}>
          <p>{t('done.others')}</p>
          {goOn && (
            <p>
              <ButtonLink href={goOn}>{t('done.goOn')}</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <p className="text-lead">{t(`lead.${how}`)}</p>
      {how === 'none' && shared && (
        <Notice kind="info" title={t('shared.title')}>
          <p>{t('shared.body')}</p>
        </Notice>
      )}
      <PinPart keys={keys} />
      <PasskeyPart keys={keys} />
      <section aria-labelledby="email">
        <h2 id="email">{t('email.heading')}</h2>
        <p className="mt-2 wrap-anywhere">{keys.email}</p>
        <p>
          <a href="/home/address" className="inline-flex min-h-(--target) items-center">
            {t('email.change')}
          </a>
        </p>
      </section>
      <section aria-labelledby="forgotten">
        <h2 id="forgotten">{t('forgotten.heading')}</h2>
        <p className="mt-2">{t('forgotten.body')}</p>
        <ReachClinic clinic={clinic} />
      </section>
    </ClientPage>
  );
}

function howOf({ pin, passkeys }: SecondKeys) {
  const usablePin = pin && !pin.shut;
  if (passkeys.length > 0) return usablePin ? 'both' : 'passkey';
  return pin ? 'pin' : 'none';
}
