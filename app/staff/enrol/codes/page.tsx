// Shows the recovery codes until their owner says that they are kept, to whoever has just given the second step: a screen left open shows none.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireFreshStaff } from '@/lib/accounts/require';
import { RECOVERY_CODES } from '@/lib/accounts/second-factor';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staffSignIn');
  return { title: t('codes.title') };
}

export default async function RecoveryCodesPage() {
  const { actor, staff } = await requireFreshStaff();
  const kept = await formDraft(actor, RECOVERY_CODES);
  if (!kept) redirect('/staff');
  const t = await getTranslations('staffSignIn');
  return (
    <StaffPage who={staff.name}>
      <h1>{t('codes.title')}</h1>
      <p className="max-w-line">{t('codes.lead')}</p>
      <ul aria-label={t('codes.list')} className="grid max-w-line list-none grid-cols-2 gap-2 tabular-nums">
        {(kept.values.codes ?? []).map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form method="post" action="/staff/enrol/codes/keep">
        <Button>{t('codes.submit')}</Button>
      </form>
    </StaffPage>
  );
}
