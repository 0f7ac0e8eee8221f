// What a recovery waits for before the client can finish it: somebody else's eyes, or, for who is alone, a day.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import type { RecoveryFile } from '@/lib/review/recovery-file';
import { recoveryPage } from '../addresses';

export function AgreePart({ recovery }: { recovery: RecoveryFile }) {
  const t = useTranslations('recoveries.agree');
  const { own, alone, mayAgreeFrom, mayAgree, startedBy, zone } = recovery;
  if (!mayAgreeFrom) return <Notice kind="info">{t('own')}</Notice>;
  const at = () => <When at={mayAgreeFrom} zone={zone} />;
  return (
    <section aria-labelledby="agree" className="flow min-w-0">
      <h2 id="agree">{t('title')}</h2>
      {own && alone ? (
        <p className="max-w-line">{t.rich(mayAgree ? 'aloneNow' : 'aloneLater', { at })}</p>
      ) : (
        <p className="max-w-line">{t('lead', { startedBy })}</p>
      )}
      {mayAgree && (
        <form method="post" action={`${recoveryPage(recovery.reference)}/agree`}>
          <Button>{t('submit')}</Button>
        </form>
      )}
    </section>
  );
}
