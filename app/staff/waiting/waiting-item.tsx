// One person in the line: since when, for what, what is kept for them, and how they may be reached.
import { useLocale, useTranslations } from 'next-intl';
import { Reaching } from '@/components/reaching';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import { wishRows } from '@/components/waitlist-words';
import { When } from '@/components/when';
import type { WaitingClient } from '@/lib/review/waiting-clients';

export function WaitingItem({ item, zone }: { item: WaitingClient; zone: string }) {
  const t = useTranslations('waitlist.staff');
  const words = useTranslations('waitlist');
  const general = useTranslations('staff.questions');
  const locale = useLocale();
  const { name, reference, waitlist } = item;
  const { offer, resting, joinedAt } = waitlist;
  const at = (instant: Date) => () => <When at={instant} zone={zone} />;
  return (
    <div className="flow">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2>{name ?? general('noName')}</h2>
        {offer && <Tag tone="active">{t('kept')}</Tag>}
        {!offer && resting && <Tag tone="amber">{t('resting')}</Tag>}
        <span className="text-ink-soft">{t.rich('since', { when: at(joinedAt) })}</span>
      </div>
      {offer && (
        <p>{t.rich('keptSays', { name: offer.name, at: at(offer.startsAt), until: at(offer.expiresAt) })}</p>
      )}
      {!offer && resting && <p>{t('restingSays')}</p>}
      <SummaryList rows={wishRows(words, waitlist, locale)} />
      <Reaching person={item} />
      {reference && <a href={`/staff/submissions/${reference}`}>{general('see')}</a>}
    </div>
  );
}
