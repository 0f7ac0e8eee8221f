// Sets up the app that gives the second step.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import QRCode from 'qrcode';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaffBeforeSecondFactor } from '@/lib/accounts/require';
import { secretToEnrol } from '@/lib/accounts/second-factor';
import { totpAddress } from '@/lib/accounts/totp';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('enrol.title') };
}

export default async function EnrolPage() {
  const { actor } = await requireStaffBeforeSecondFactor();
  const secret = await secretToEnrol(actor);
  if (!secret) redirect('/staff/second-factor');
  const [t, draft] = await Promise.all([getTranslations('staffSignIn'), formDraft(actor, 'staff/enrol')]);
  const picture = await QRCode.toDataURL(totpAddress(secret, 'staff'), { margin: 2, width: 240 });
  const reason = draft?.errors[0]?.reason;
  const error =
    reason === 'wrong' || reason === 'too-many' || reason === 'empty' || reason === 'enrolled'
      ? t(`errors.${reason}`)
      : undefined;
  return (
    <StaffPage>
      <ErrorSummary errors={error ? [{ href: '#code', message: error }] : []} />
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.lead')}</p>
      <h2>{t('enrol.scan')}</h2>
      <img src={picture} width="240" height="240" alt={t('enrol.alt')} />
      <h2>{t('enrol.key')}</h2>
      <p>
        <code className="break-all tabular-nums">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
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
