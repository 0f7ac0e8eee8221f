// Takes the code in the browser that asked for it; when it has run out, says so and offers a new one.
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { CodeForm } from '@/components/code-form';
import { ButtonLink } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Vignette } from '@/components/vignette';
import { browserCookieName } from '@/lib/accounts/cookies';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownPath } from '@/lib/accounts/network';
import { openRequest } from '@/lib/accounts/prove-sign-in';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const [t, common, draft] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('common'),
    formDraft(null, 'sign-in/code'),
  ]);
  return { title: draft?.errors.length ? common('errorTitle', { title: t('code.title') }) : t('code.title') };
}

export default async function CodePage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [t, jar, draft, { next }] = await Promise.all([
    getTranslations('signIn'),
    cookies(),
    formDraft(null, 'sign-in/code'),
    searchParams,
  ]);
  const request = await openRequest(jar.get(browserCookieName())?.value);
  const back = ownPath(next, draft?.values.next?.[0] ?? '');
  const again = back ? `/sign-in?${new URLSearchParams({ next: back })}` : '/sign-in';
  if (!request) {
    return (
      <ClientPage>
        <Vignette scene="letter" />
        <h1>{t('code.goneTitle')}</h1>
        <p className="text-lead">{t('code.goneBody')}</p>
        <p>
          <ButtonLink href={again}>{t('link.again')}</ButtonLink>
        </p>
      </ClientPage>
    );
  }
  const reason = draft?.errors[0]?.reason;
  const known = reason === 'wrong' || reason === 'not-eight-digits' || reason === 'too-many' ? reason : null;
  const error = known ? t(`errors.${known}`) : undefined;
  return (
    <ClientPage back={{ href: again, label: t('code.again') }}>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('code.title')}</h1>
      <p className="text-lead wrap-anywhere">{t('code.lead', { email: request.email })}</p>
      <CodeForm
        action="/sign-in/verify"
        submit={t('code.submit')}
        error={error}
        typed={draft?.values.code?.[0]}
        demo={settings.mailboxOpen}
      >
        <input type="hidden" name="next" value={back} />
      </CodeForm>
    </ClientPage>
  );
}
