// A kind no: for who is under 18, or where nobody here is licensed. It asks nothing more, and says who else can help.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ClientPage } from '@/components/client-page';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Vignette } from '@/components/vignette';
import { clientIfReachable } from '@/lib/accounts/require';
import { type NotForUs, whyNotForUs } from '@/lib/forms/not-for-us';
import { YoungLines } from './young-lines';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.notForUs');
  return { title: t('title') };
}

export default async function NotForUsPage() {
  const t = await getTranslations('quiet.notForUs');
  const signedIn = await clientIfReachable();
  const why = signedIn && (await whyNotForUs(signedIn.actor).catch(() => null));
  // Who only reads about it sees both reasons; whom it concerns, their own.
  const concerns = (reason: NotForUs) => !why || why === reason;
  const link = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>;
  return (
    <ClientPage signedIn={signedIn !== null}>
      <Vignette scene="way-on" />
      <h1>{t('heading')}</h1>
      <p className="text-lead">{t('lead')}</p>
      {why ? <p>{t(`why.${why}`)}</p> : <Bullets items={[t('why.under-18'), t('why.nobody-there')]} />}
      {concerns('under-18') && (
        <section>
          <h2>{t('young')}</h2>
          <p>{t('youngSays')}</p>
          <YoungLines />
        </section>
      )}
      {concerns('nobody-there') && (
        <section>
          <h2>{t('where')}</h2>
          <Bullets items={(['doctor', 'body', 'later'] as const).map((each) => t(`whereList.${each}`))} />
        </section>
      )}
      <Notice kind="quiet">
        <p>{t.rich('urgent', { help: link('/urgent-help') })}</p>
      </Notice>
      {why ? (
        <>
          <p>{t.rich(`slip.${why}`, { fix: link(why === 'under-18' ? '/forms/1/b3' : '/forms/1/a8') })}</p>
          <p>{t('data')}</p>
        </>
      ) : (
        <p>
          <ButtonLink href="/" kind="secondary">
            {t('back')}
          </ButtonLink>
        </p>
      )}
    </ClientPage>
  );
}
