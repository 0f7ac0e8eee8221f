// Asks for an e-mail address and promises a code: no password, and no word about what this site is.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownPath } from '@/lib/accounts/network';
import { isOpenToAll } from '@/lib/clinic/is-open';

type Search = { searchParams: Promise<{ next?: string; why?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, common, draft] = await Promise.all([
    getTranslations('signIn'),
    getTranslations('common'),
    formDraft(null, 'sign-in'),
  ]);
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function SignInPage({ searchParams }: Search) {
  const { next, why } = await searchParams;
  const [t, draft, open] = await Promise.all([
    getTranslations('signIn'),
    formDraft(null, 'sign-in'),
    isOpenToAll(),
  ]);
  const reason = draft?.errors[0]?.reason;
  const error = reason === 'too-many' || reason === 'not-an-address' ? t(`errors.${reason}`) : undefined;
  return (
    <ClientPage>
      <ErrorSummary errors={error ? [{ href: '#email', message: error }] : []} />
      <h1>{t('title')}</h1>
      {(why === 'idle' || why === 'again' || why === 'tried') && <Notice kind="info">{t(why)}</Notice>}
      {!open && <NotOpen />}
      <p className="text-lead">{t('lead')}</p>
      <form method="post" action="/sign-in/request" noValidate className="flex flex-col items-start gap-6">
        <input type="hidden" name="next" value={ownPath(next, draft?.values.next?.[0] ?? '')} />
        <TextField
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          error={error}
          defaultValue={draft?.values.email?.[0]}
          autoComplete="email"
          inputMode="email"
          size="medium"
          spellCheck={false}
        />
        <Button>{t('send')}</Button>
      </form>
      <p>
        <a href="/sign-in/lost" className="inline-flex min-h-(--target) items-center">
          {t('lost')}
        </a>
      </p>
      <Notice kind="quiet" title={t('privacyTitle')}>
        <p>{t('privacyBody')}</p>
        <p>
          <a href="/staying-private">{t('more')}</a>
        </p>
      </Notice>
    </ClientPage>
  );
}

/** Said before anybody waits for a code that won't come. */
async function NotOpen() {
  const t = await getTranslations('goingLive.notOpen');
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('signIn')}</p>
      <p>{t.rich('help', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
    </Notice>
  );
}
