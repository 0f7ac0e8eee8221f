// What an empty queue says: whether anything ever came, and what comes next.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { filterInAddress } from '@/lib/review/queue-filter';
import { addressOfFilter, type QueueView } from './queue-address';

/**
 * `isNew`: nobody has sent anything yet. `callers`: for whoever may start somebody by phone. `opens`: for whoever sees to
 * it that the site opens.
 */
type Given = { view: QueueView; isNew: boolean; callers: boolean; opens: boolean };

export function QueueEmpty({ view, isNew, callers, opens }: Given) {
  const t = useTranslations('queue.empty');
  if (isNew)
    return (
      <Notice kind="info" title={t('nobodyYet')}>
        <p>{t('nobodyYetNext')}</p>
        {opens && (
          <p>{t.rich('opening', { a: (words) => <a href="/staff/settings/going-live">{words}</a> })}</p>
        )}
        {callers && <p>{t.rich('callers', { a: (words) => <a href="/staff/phone">{words}</a> })}</p>}
      </Notice>
    );
  if (filterInAddress(view) === '' && !view.after) return <p>{t('nothing')}</p>;
  return (
    <p>
      {t('narrowed')} <a href={addressOfFilter(view, '')}>{t('whole')}</a>
    </p>
  );
}
