// Before the forms somebody began are deleted: what goes, what stays and why, and whether it is they who ask.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireClient, showAgainPath } from '@/lib/accounts/require';
import { isFresh } from '@/lib/accounts/second-key';
import { draftToDelete } from '@/lib/review/delete-draft';
import { ShowAgain } from '../show-again';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.deleteDraft'))('title') };
}

export default async function DeleteDraftPage() {
  const { actor, session } = await requireClient();
  const { refusal, keepsSign } = await draftToDelete(actor);
  if (refusal === 'nothing-begun' || refusal === 'already-sent') redirect('/home');
  const [t, home] = await Promise.all([getTranslations('home.deleteDraft'), getTranslations('home')]);
  // Whoever has a second key shows once more that it is they; whoever has none signed in to be here.
  const again =
    session.secondKey === 'none' || isFresh(session) ? null : showAgainPath(session, '/home/delete-draft');
  return (
    <ClientPage signedIn back={{ href: '/home', label: home('title') }}>
      <h1>{t('heading')}</h1>
      <p className="max-w-line text-lead">{t('lead')}</p>
      <section>
        <h2>{t('goes')}</h2>
        <p className="max-w-line">{t('goesSays')}</p>
      </section>
      <section>
        <h2>{t('stays')}</h2>
        <ul className="flex max-w-line list-disc flex-col gap-2 ps-5">
          <li>{t('staysSigned')}</li>
          <li>{t('staysAccount')}</li>
          <li>{t('staysRecord')}</li>
        </ul>
      </section>
      {keepsSign && (
        <Notice kind="info" title={t('signTitle')}>
          <p>{t('sign')}</p>
          <p>{t.rich('signHelp', { a: (words) => <a href="/urgent-help">{words}</a> })}</p>
        </Notice>
      )}
      {refusal ? (
        <Notice kind="info" title={t(`first.${refusal}.title`)}>
          <p>{t(`first.${refusal}.says`)}</p>
          <p>
            <ButtonLink
              kind="secondary"
              href={refusal === 'waits' ? '/schedule/waiting' : '/schedule/cancel'}
            >
              {t(`first.${refusal}.go`)}
            </ButtonLink>
          </p>
        </Notice>
      ) : again ? (
        <ShowAgain href={again} />
      ) : (
        <form method="post" action="/home/delete-draft/confirm">
          <MadeFor />
          <ButtonRow>
            <Button kind="secondary">{t('yes')}</Button>
            <ButtonLink kind="quiet" href="/home">
              {t('no')}
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </ClientPage>
  );
}
