// Before a key is taken away: what that means, said plainly when it is the last.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireClient, showAgainPath } from '@/lib/accounts/require';
import { isFresh, type SecondKeys, secondKeysOf } from '@/lib/accounts/second-key';
import { ShowAgain } from '../../show-again';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gettingIn'))('title') };
}

export default async function RemovePage({ searchParams }: { searchParams: Promise<{ what?: string }> }) {
  const { actor, session } = await requireClient();
  const [t, { what = '' }, keys] = await Promise.all([
    getTranslations('gettingIn'),
    searchParams,
    secondKeysOf(actor),
  ]);
  const key = keyNamed(keys, what);
  if (!key) redirect('/home/getting-in');
  const last = keys.passkeys.length + (keys.pin ? 1 : 0) === 1;
  const again = isFresh(session) ? null : showAgainPath(session, `/home/getting-in/remove?what=${what}`);
  return (
    <ClientPage signedIn back={{ href: '/home/getting-in', label: t('backHere') }}>
      <h1>
        {key === 'pin'
          ? t('remove.titlePin')
          : t('remove.titlePasskey', { label: key.label || t('passkey.unnamed') })}
      </h1>
      {last ? (
        <Notice kind="info" title={t('remove.lastTitle')}>
          <p>{t('remove.last')}</p>
        </Notice>
      ) : (
        <p className="text-lead">{t('remove.more')}</p>
      )}
      {key !== 'pin' && <p>{t('remove.onDevice')}</p>}
      {again ? (
        <ShowAgain href={again} />
      ) : (
        <form method="post" action="/home/getting-in/remove/confirm">
          <MadeFor />
          <input type="hidden" name="what" value={what} />
          <ButtonRow>
            <Button kind="secondary">{t('remove.yes')}</Button>
            <ButtonLink kind="quiet" href="/home/getting-in">
              {t('remove.no')}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </ClientPage>
  );
}

const keyNamed = ({ pin, passkeys }: SecondKeys, what: string) =>
  what === 'pin' ? pin && ('pin' as const) : passkeys.find(({ reference }) => reference === what);
