// What of the queue is shown, as links with the choice in their address, and the search.
import { useTranslations } from 'next-intl';
import { FILTER_LINK, FilterChoice } from '@/components/filter-choice';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { QUEUE_CHOICES, type QueueChoice } from '@/lib/review/queue';
import { addressOf, type QueueView } from './queue-address';

export function QueueFilters({ view, status }: { view: QueueView; status: QueueChoice }) {
  const t = useTranslations('staff');
  return (
    <nav aria-label={t('queue.filters')} className="flex flex-wrap items-center gap-x-1 gap-y-1">
      {QUEUE_CHOICES.map((choice) => (
        <FilterChoice
          key={choice}
          href={addressOf(view, { status: choice, found: false })}
          chosen={!view.found && choice === status}
        >
          {t(`status.${choice}`)}
        </FilterChoice>
      ))}
      <span className="mx-2 h-5 border-s border-line" aria-hidden="true" />
      <a className={FILTER_LINK} href={addressOf(view, { mine: !view.mine, found: false })}>
        {t(view.mine ? 'queue.everybody' : 'queue.mine')}
      </a>
      <a className={FILTER_LINK} href={addressOf(view, { names: !view.names, after: view.after })}>
        {t(view.names ? 'queue.namesOff' : 'queue.namesOn')}
      </a>
    </nav>
  );
}

/** `words` = what was searched for, when this page shows what was found. */
export function QueueSearch({ words }: { words?: string }) {
  const t = useTranslations('staff');
  return (
    <search>
      <form method="post" action="/staff/search" className="flex flex-wrap items-end gap-3">
        <TextField
          name="words"
          label={t('queue.searchLabel')}
          defaultValue={words}
          size="medium"
          autoComplete="off"
          spellCheck={false}
        />
        <Button kind="secondary">{t('queue.search')}</Button>
      </form>
    </search>
  );
}
