// Tells a member of staff, on the page they come to, that somebody else typed wrong codes for them: they may not see the mail that says so.
import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { SignedInStaff } from '@/lib/accounts/require';
import { wrongCodesElsewhere } from '@/lib/accounts/wrong-codes';

export async function TriedElsewhere({ actor, session }: Pick<SignedInStaff, 'actor' | 'session'>) {
  const count = await wrongCodesElsewhere(actor, session.id);
  if (count === 0) return null;
  const t = await getTranslations('ownAccount.tried');
  return (
    <Notice kind="urgent" title={t('title', { count })}>
      <p>
        {t('text')} <a href="/staff/account">{t('see')}</a>
      </p>
    </Notice>
  );
}
