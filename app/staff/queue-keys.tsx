// The keys that go through the queue, what each does, and how they are turned off: somebody who speaks to their machine, or presses by accident, must be able to.
import { useTranslations } from 'next-intl';
import { ListKeys } from '@/components/list-keys';
import { Details } from '@/components/ui/details';
import { addressOf, placeOf, type QueueView } from './queue-address';

const KEYS = [
  ['j', 'next'],
  ['k', 'back'],
  ['o', 'open'],
  ['/', 'find'],
  ['?', 'help'],
] as const;

export function QueueKeys({ view }: { view: QueueView }) {
  const t = useTranslations('queue.keys');
  const other = addressOf(view, { keys: !view.keys, ...placeOf(view) });
  if (!view.keys)
    return (
      <p>
        <a href={other}>{t('turnOn')}</a>
      </p>
    );
  return (
    <div data-list-keys>
      <ListKeys />
      <Details summary={t('summary')}>
        <p>{t('lead')}</p>
        <ul className="flex list-none flex-wrap gap-x-6 gap-y-1 ps-0">
          {KEYS.map(([key, does]) => (
            <li key={key}>
              <kbd className="me-2 inline-block min-w-[1.8em] rounded-[3px] border border-control bg-surface px-[0.4em] text-center">
                {key}
              </kbd>
              {t(does)}
            </li>
          ))}
        </ul>
        <p>
          <a href={other}>{t('turnOff')}</a>
        </p>
      </Details>
    </div>
  );
}
