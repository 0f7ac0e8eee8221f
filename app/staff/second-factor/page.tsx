// Asks staff for their second step, when they sign in and once more before what could let somebody in or out.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownPath } from '@/lib/accounts/network';
import { requireStaffBeforeSecondFactor, secondFactorPath } from '@/lib/accounts/require';
import { settings } from '@/lib/env/settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('secondFactor.title') };
}

type Search = { searchParams: Promise<{ next?: string }> };

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
  const reason = draft?.errors[0]?.reason;
  const error =
    reason === 'wrong' || reason === 'too-many' || reason === 'empty' ? t(`errors.${reason}`) : undefined;
  return (
    <StaffPage>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('secondFactor.title')}</h1>
      <p className="max-w-line">{t(again ? 'secondFactor.again' : 'secondFactor.lead')}</p>
      <form
        method="post"
        action="/staff/second-factor/give"
        noValidate
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="next" value={after} />
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
