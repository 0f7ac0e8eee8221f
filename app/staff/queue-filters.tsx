// What of the queue is shown, as links with the choice in their address and how many stand behind it; and the search.
import { useTranslations } from 'next-intl';
import { FILTER_LINK, FilterChoice } from '@/components/filter-choice';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { Queue } from '@/lib/review/queue';
import { COUNTED_TO } from '@/lib/review/queue-counts';
import { QUEUE_CHOICES } from '@/lib/review/queue-filter';
import { addressOf, placeOf, QUEUE, type QueueView } from './queue-address';

type Given = { view: QueueView; queue: Queue; clinical: boolean };

export function QueueFilters({ view, queue, clinical }: Given) {
  const t = useTranslations('staff');
  const toggle = (change: Partial<QueueView>) => addressOf(view, { ...change, found: false });
  return (
    <div className="flex flex-col gap-y-1">
      <nav aria-label={t('queue.filters')} className="-ms-3 flex flex-wrap items-center gap-x-1">
        {QUEUE_CHOICES.map((choice) => (
          <FilterChoice
            key={choice}
            href={addressOf(view, { status: choice, found: false })}
            chosen={!view.found && choice === (view.status ?? 'open')}
          >
            {t(`status.${choice}`)}
            <Count count={queue.counts[choice]} />
          </FilterChoice>
        ))}
      </nav>
      <div className="-ms-3 flex flex-wrap items-end gap-x-1 gap-y-1">
        <Switch on={view.mine === true} href={toggle({ mine: !view.mine })}>
          {t('queue.mine')}
        </Switch>
        {clinical && (
          <Switch on={view.flagged === true} href={toggle({ flagged: !view.flagged })}>
            {t('queue.flagged')}
          </Switch>
        )}
        <Switch
          on={view.names === 'all'}
          href={addressOf(view, { names: view.names === 'all' ? null : 'all', ...placeOf(view) })}
        >
          {t('queue.names')}
        </Switch>
        <Assignee view={view} clinicians={queue.clinicians} />
      </div>
    </div>
  );
}

/** Narrows further, or shows more of each: on or off, and said so in words. */
function Switch({ on, href, children }: { on: boolean; href: string; children: string }) {
  const t = useTranslations('queue');
  return (
    <a href={href} className={`${FILTER_LINK} gap-2 text-ink no-underline hover:bg-sunk`}>
      <span
        aria-hidden="true"
        className={`inline-flex size-[1.05em] shrink-0 items-center justify-center rounded-[3px] border text-[0.85em] leading-none font-semibold ${on ? 'border-dusk bg-dusk text-surface' : 'border-control'}`}
      >
        {on ? '✓' : ''}
      </span>
      {children}
      <span className="sr-only">, {t(on ? 'on' : 'off')}</span>
    </a>
  );
}

/** Counted no further than a badge can say. */
function Count({ count }: { count: number | undefined }) {
  const t = useTranslations('queue');
  if (count === undefined) return null;
  const shown = count >= COUNTED_TO ? t('most', { count: COUNTED_TO - 1 }) : String(count);
  return (
    <>
      <span
        aria-hidden="true"
        className={`ms-2 rounded-full px-[0.55em] text-[0.85em] leading-snug tabular-nums ${count > 0 ? 'bg-sunk' : 'text-ink-soft'}`}
      >
        {shown}
      </span>
      <span className="sr-only">: {shown}</span>
    </>
  );
}

function Assignee({ view, clinicians }: { view: QueueView; clinicians: Queue['clinicians'] }) {
  const t = useTranslations('queue');
  const kept = new URLSearchParams(
    addressOf({ ...view, found: false, assignee: undefined }, {}).split('?')[1] ?? '',
  );
  return (
    <form action={QUEUE} className="ms-3 flex flex-wrap items-end gap-2">
      {[...kept].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="assignee"
        label={t('assignee')}
        value={view.assignee ?? ''}
        options={[
          { value: '', label: t('anybody') },
          { value: 'me', label: t('me') },
          { value: 'nobody', label: t('nobody') },
          ...clinicians.map(({ reference, name }) => ({ value: reference, label: name })),
        ]}
      />
      <Button kind="secondary">{t('show')}</Button>
    </form>
  );
}

/** `words` = what was searched for, when this page shows what was found. */
export function QueueSearch({ words }: { words?: string }) {
  const t = useTranslations('staff');
  return (
    <search data-list-search>
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
