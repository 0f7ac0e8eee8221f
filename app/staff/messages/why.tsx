// Since when a mail stands as it does, and why.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import type { SentNotice } from '@/lib/notices/notices-sent';

export function Why({ row, zone }: { row: SentNotice; zone: string }) {
  const t = useTranslations('mail.why');
  const at = (instant: Date | null) => () => (instant ? <When at={instant} zone={zone} /> : null);
  const { state, tries, sentAt, endedAt, nextTryAt, withheldBecause } = row;
  switch (state) {
    case 'queued':
      if (tries === 0) return t('queued');
      return nextTryAt ? t.rich('again', { tries, when: at(nextTryAt) }) : t('trying', { tries });
    case 'sent':
      return t.rich('sent', { when: at(sentAt) });
    case 'withheld':
      if (!withheldBecause) return t('withheld.unsaid');
      return t.rich(`withheld.${withheldBecause}`, { when: at(endedAt) });
    default:
      return t.rich(state, { tries, when: at(endedAt) });
  }
}
