// Where the mail's link leads: opening it uses nothing up; only the button does, and only in the browser that asked.
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Button, ButtonLink } from '@/components/ui/button';
import { Vignette } from '@/components/vignette';
import { browserCookieName } from '@/lib/accounts/cookies';
import { openRequest } from '@/lib/accounts/prove-sign-in';
import { currentSession } from '@/lib/accounts/require';
import { linkTokenOf, sameSecret } from '@/lib/accounts/sign-in-secrets';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('link.title') };
}

export default async function LinkPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const [t, jar, { token = '' }] = await Promise.all([getTranslations('signIn'), cookies(), searchParams]);
  const request = await openRequest(jar.get(browserCookieName())?.value);
  if (!request || typeof token !== 'string' || !sameSecret(linkTokenOf(request.id), token)) {
    // The link is good once: whoever opens it again where it let them in is there already.
    const session = await currentSession();
    if (session?.live) return <AlreadyIn home={session.kind === 'staff' ? '/staff' : '/home'} />;
    return (
      <ClientPage>
        <Vignette scene="letter" />
        <h1>{t('link.elsewhereTitle')}</h1>
        <p className="text-lead">{t('link.elsewhereBody')}</p>
        <p>
          <ButtonLink href="/sign-in" kind="secondary">
            {t('link.again')}
          </ButtonLink>
        </p>
      </ClientPage>
    );
  }
  return (
    <ClientPage>
      <h1>{t('link.title')}</h1>
      <p className="text-lead">{t('link.lead', { email: request.email })}</p>
      <form method="post" action="/sign-in/verify">
        <input type="hidden" name="token" value={token} />
        <Button>{t('link.submit')}</Button>
      </form>
    </ClientPage>
  );
}

function AlreadyIn({ home }: { home: string }) {
  const t = useTranslations('signIn.link');
  return (
    <ClientPage>
      <h1>{t('usedTitle')}</h1>
      <p className="text-lead">{t('usedBody')}</p>
      <p>
        <ButtonLink href={home}>{t('goOn')}</ButtonLink>
      </p>
    </ClientPage>
  );
}
