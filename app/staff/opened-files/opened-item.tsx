// One file that was opened with a reason: by whom, why, for how long, and whether a lead has seen it.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { OpenedFile } from '@/lib/review/opened-files';
import { SEEN } from './addresses';

export function OpenedItem({ row, zone }: { row: OpenedFile; zone: string }) {
  const t = useTranslations('record.opened');
  const { id, by: name, initials, reference, reason, openedAt, until } = row;
  return (
    <article
      aria-labelledby={`opened-${id}`}
      className="flow keep-together rounded-soft border border-line bg-surface px-5 py-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id={`opened-${id}`}>{reference ? t('who', { name, initials }) : t('gone', { name })}</h2>
        {row.open && <Tag tone="amber">{t('stillOpen')}</Tag>}
      </div>
      <p className="max-w-line whitespace-pre-line wrap-anywhere">{reason ?? t('flagInHand')}</p>
      <p className="text-ink-soft">
        {t.rich('from', {
          from: () => <When at={openedAt} zone={zone} />,
          until: () => <When at={until} zone={zone} />,
        })}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {!row.seen && !row.own && (
          <form method="post" action={SEEN}>
            <input type="hidden" name="opened" value={id} />
            <Button kind="secondary">
              {t('button')}
              <span className="sr-only"> {t('buttonHidden', { name, initials })}</span>
            </Button>
          </form>
        )}
        <Seen row={row} zone={zone} />
        {reference && (
          <a href={`/staff/submissions/${reference}`} className="inline-flex min-h-(--target) items-center">
            {t('file', { reference })}
          </a>
        )}
      </div>
    </article>
  );
}

function Seen({ row: { seen, own }, zone }: { row: OpenedFile; zone: string }) {
  const t = useTranslations('record.opened');
  if (seen) return <p>{t.rich('seen', { name: seen.by, when: () => <When at={seen.at} zone={zone} /> })}</p>;
  return own ? <p>{t('own')}</p> : null;
}
