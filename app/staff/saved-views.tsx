// The views of the queue somebody keeps: links with the choice in their address, and what keeps the present one or takes one away.
import { useTranslations } from 'next-intl';
import { FilterChoice } from '@/components/filter-choice';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { filterInAddress } from '@/lib/review/queue-filter';
import type { SavedView } from '@/lib/review/saved-views';
import { addressOfFilter, type QueueView } from './queue-address';

type Given = { view: QueueView; views: readonly SavedView[]; draft: FormDraft | null; error?: string };

/** `error` in words: what was wrong with the name that was just typed. */
export function SavedViews({ view, views, draft, error }: Given) {
  const t = useTranslations('queue.views');
  const now = filterInAddress(view);
  const isKept = views.some(({ filter }) => filter === now);
  return (
    <section aria-label={t('title')} className="flex flex-wrap items-start gap-x-4">
      {views.length > 0 && (
        <nav aria-label={t('title')} className="-ms-3 flex flex-wrap items-center gap-x-1">
          <span className="px-3 text-ink-soft">{t('title')}</span>
          {views.map(({ id, name, filter }) => (
            <FilterChoice
              key={id}
              href={addressOfFilter(view, filter)}
              chosen={!view.found && filter === now}
            >
              {name}
            </FilterChoice>
          ))}
        </nav>
      )}
      <Details summary={t(views.length > 0 ? 'change' : 'keep')} open={error !== undefined}>
        <div className="flow">
          {isKept && !error ? (
            <p>{t('isKept')}</p>
          ) : (
            <KeepView now={now} typed={draft?.values.name?.[0]} error={error} />
          )}
          {views.length > 0 && <RemoveViews views={views} />}
        </div>
      </Details>
    </section>
  );
}

function KeepView({ now, typed, error }: { now: string; typed?: string; error?: string }) {
  const t = useTranslations('queue.views');
  return (
    <form method="post" action="/staff/views/save" className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="filter" value={now} />
      <TextField
        name="name"
        label={t('name')}
        hint={t('hint')}
        defaultValue={typed}
        error={error}
        size="medium"
        autoComplete="off"
      />
      <Button kind="secondary">{t('save')}</Button>
    </form>
  );
}

function RemoveViews({ views }: { views: readonly SavedView[] }) {
  const t = useTranslations('queue.views');
  return (
    <form method="post" action="/staff/views/remove" className="flex flex-wrap items-center gap-x-2">
      {views.map(({ id, name }) => (
        <Button key={id} kind="quiet" name="view" value={id}>
          {t('remove', { name })}
        </Button>
      ))}
    </form>
  );
}
