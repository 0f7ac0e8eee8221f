// Asks staff for their second step.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaffBeforeSecondFactor, secondFactorPath } from '@/lib/accounts/require';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('secondFactor.title') };
}

export default async function SecondFactorPage() {
  const { actor, session } = await requireStaffBeforeSecondFactor();
  const where = await secondFactorPath(session);
  if (where !== '/staff/second-factor') redirect(where);
  const [t, draft] = await Promise.all([
    getTranslations('staffSignIn'),
    formDraft(actor, 'staff/second-factor'),
  ]);
  const reason = draft?.errors[0]?.reason;
  const error =
    reason === 'wrong' || reason === 'too-many' || reason === 'empty' ? t(`errors.${reason}`) : undefined;
  return (
    <StaffPage>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('secondFactor.title')}</h1>
      <p>{t('secondFactor.lead')}</p>
      <form
        method="post"
        action="/staff/second-factor/give"
        noValidate
        className="flex flex-col items-start gap-4"
      >
        <TextField
          name="code"
          label={t('secondFactor.field')}
          hint={t('secondFactor.hint')}
          error={error}
          autoComplete="one-time-code"
          inputMode="numeric"
          size="short"
          spellCheck={false}
        />
        <Button>{t('secondFactor.submit')}</Button>
      </form>
      {settings.mailboxOpen && (
        <Notice kind="quiet">
          <a href="/mailbox">{t('secondFactor.demo')}</a>
        </Notice>
      )}
    </StaffPage>
  );
}
