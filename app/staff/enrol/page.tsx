// Sets up the app that gives the second step.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AppToScan } from '@/components/app-to-scan';
import { SignOutButton } from '@/components/sign-out-button';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaffBeforeSecondFactor } from '@/lib/accounts/require';
import { invitationHasRunOut, secretToEnrol } from '@/lib/accounts/second-factor';
import { totpAddress } from '@/lib/accounts/totp';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('enrol.title') };
}

export default async function EnrolPage() {
  const { actor } = await requireStaffBeforeSecondFactor();
  const secret = await secretToEnrol(actor);
  if (!secret && (await invitationHasRunOut(actor))) return <RanOut />;
  if (!secret) redirect('/staff/second-factor');
  const [t, draft] = await Promise.all([getTranslations('staffSignIn'), formDraft(actor, 'staff/enrol')]);
  const reason = draft?.errors[0]?.reason;
  const error =
    reason === 'wrong' ||
    reason === 'too-many' ||
    reason === 'empty' ||
    reason === 'enrolled' ||
    reason === 'run-out'
      ? t(`errors.${reason}`)
      : undefined;
  return (
    <StaffPage>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.lead')}</p>
      <AppToScan secret={secret} address={totpAddress(secret, 'staff')} />
      <form
        method="post"
        action="/staff/enrol/confirm"
        noValidate
        className="flex flex-col items-start gap-4"
      >
        <TextField
          name="code"
          label={t('enrol.field')}
          error={error}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="short"
          spellCheck={false}
        />
        <Button>{t('enrol.submit')}</Button>
      </form>
    </StaffPage>
  );
}

/** An old invitation lets nobody in who reads old mail. */
async function RanOut() {
  const t = await getTranslations('staffSignIn.ranOut');
  return (
    <StaffPage>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <SignOutButton />
    </StaffPage>
  );
}
