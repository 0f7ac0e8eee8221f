// Asks staff for their second step, when they sign in and once more before what could let somebody in or out.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PasskeyForm } from '@/components/passkey-form';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { CHALLENGE_MINUTES } from '@/lib/accounts/challenge';
import { formDraft } from '@/lib/accounts/form-draft';
import { staffPasskeyToGive } from '@/lib/accounts/give-staff-passkey';
import { ownPath } from '@/lib/accounts/network';
import { requireStaffBeforeSecondFactor, secondFactorPath } from '@/lib/accounts/require';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('secondFactor.title') };
}

type Search = { searchParams: Promise<{ next?: string }> };
type Asked = NonNullable<Awaited<ReturnType<typeof staffPasskeyToGive>>>;

const REASONS = ['wrong', 'shut-here', 'too-many', 'empty', 'no-answer', 'expired', 'not-accepted'] as const;

export default async function SecondFactorPage({ searchParams }: Search) {
  const { actor, session } = await requireStaffBeforeSecondFactor();
  const where = await secondFactorPath(session);
  if (where !== '/staff/second-factor') redirect(where);
  const [t, draft, { next }] = await Promise.all([
    getTranslations('staffSignIn'),
    formDraft(actor, 'staff/second-factor'),
    searchParams,
  ]);
  const after = ownPath(next, ownPath(draft?.values.next?.[0], '/staff'));
  const again = session.secondFactorAt !== null;
  const passkey = await staffPasskeyToGive(actor, session.id);
  const [first] = draft?.errors ?? [];
  const reason = REASONS.find((each) => each === first?.reason);
  const error = reason && { field: first?.field ?? 'code', message: t(`errors.${reason}`) };
  const goOn = <input type="hidden" name="next" value={after} />;
  return (
    <StaffPage>
      <ErrorSummary errors={error ? [{ href: `#${error.field}`, message: error.message }] : []} />
      <h1>{t('secondFactor.title')}</h1>
      <p className="max-w-line">{t(again ? 'secondFactor.again' : 'secondFactor.lead')}</p>
      {passkey && <WithPasskey asked={passkey}>{goOn}</WithPasskey>}
      {passkey && <h2>{t('secondFactor.codeHeading')}</h2>}
      <WithCode error={error?.field === 'code' ? error.message : undefined} beside={passkey !== null}>
        {goOn}
      </WithCode>
      {settings.mailboxOpen && (
        <Notice kind="quiet">
          <a href="/mailbox">{t('secondFactor.demo')}</a>
        </Notice>
      )}
    </StaffPage>
  );
}

async function WithPasskey({ asked, children }: { asked: Asked; children: ReactNode }) {
  const t = await getTranslations('staffSignIn.secondFactor');
  return (
    <section id="passkey" aria-labelledby="with-passkey" className="flow">
      <h2 id="with-passkey">{t('passkeyHeading')}</h2>
      <noscript className="block">
        <p>{t('passkeyNoScript')}</p>
      </noscript>
      <PasskeyForm
        action="/staff/second-factor/passkey"
        asked={{ give: asked }}
        goodForMs={CHALLENGE_MINUTES * 60_000 - 30_000}
        words={{
          submit: t('passkeySubmit'),
          unsupported: t('passkeyUnsupported'),
          waiting: t('passkeyWaiting'),
          failed: t('passkeyFailed'),
          known: t('passkeyFailed'),
        }}
      >
        {children}
      </PasskeyForm>
    </section>
  );
}

type Code = { error: string | undefined; beside: boolean; children: ReactNode };

/** `beside`: a passkey stands above it, and is what to do next. */
async function WithCode({ error, beside, children }: Code) {
  const t = await getTranslations('staffSignIn.secondFactor');
  return (
    <form
      method="post"
      action="/staff/second-factor/give"
      noValidate
      className="flex flex-col items-start gap-4"
    >
      {children}
      <TextField
        name="code"
        label={t('field')}
        hint={t('hint')}
        error={error}
        autoComplete="one-time-code"
        inputMode="numeric"
        size="short"
        spellCheck={false}
      />
      <Button kind={beside ? 'secondary' : 'primary'}>{t('submit')}</Button>
    </form>
  );
}
