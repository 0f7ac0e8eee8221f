// Tasks that belong together: open while there is something to do in them, closed when all are done or none may start yet.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chevron } from '@/components/ui/chevron';
import { Tag } from '@/components/ui/tag';
import type { StepNow } from '@/lib/onboarding/journey';

export function TaskGroup({
  name,
  steps,
  children,
}: {
  name: string;
  steps: readonly StepNow[];
  children: ReactNode;
}) {
  const t = useTranslations('home');
  const done = steps.filter(({ state }) => state === 'completed').length;
  const all = done === steps.length;
  const locked = steps.every(({ state }) => state === 'cannot-start');
  return (
    <details className="group border-b border-line open:border-b-0" open={!all && !locked}>
      <summary className="flex min-h-(--target) cursor-pointer flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
        <span className="flex items-center gap-3">
          <Chevron />
          <h3 className="group-hover:underline group-hover:underline-offset-[0.18em]">{name}</h3>
        </span>
        {all ? (
          <Tag tone="done">{t('state.completed')}</Tag>
        ) : locked ? (
          <Tag tone="locked">{t('state.cannot-start')}</Tag>
        ) : (
          <span className="text-small text-ink-soft">{t('doneOf', { done, of: steps.length })}</span>
        )}
      </summary>
      <div className="border-t border-line sm:ps-[1.6rem]">{children}</div>
    </details>
  );
}
