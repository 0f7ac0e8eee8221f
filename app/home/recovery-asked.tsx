// At home, before anything else: a change of one's own address that somebody asked front desk for.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Underway } from '@/lib/accounts/own-address';

/** Shown while a recovery is open: whoever did not ask for it stops it here. `what` they asked for. */
export function RecoveryAsked({ what }: { what: Underway }) {
  const t = useTranslations('address.asked');
  return (
    <Notice kind="urgent" title={t(what === 'reset' ? 'titleReset' : 'title')}>
      <p>{t(what === 'reset' ? 'saysReset' : 'says')}</p>
      <form method="post" action="/home/address/stop" className="mt-3">
        <MadeFor />
        <Button kind="secondary">{t('stop')}</Button>
      </form>
    </Notice>
  );
}
