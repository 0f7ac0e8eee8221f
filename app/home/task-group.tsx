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
  // What may be left out and was is nothing that is missing.
  const of = steps.filter(({ step, state }) => !step.optional || state === 'completed').length;
  const all = done === of;
  const locked = steps.every(({ state }) => state === 'cannot-start');
  return (
    <details className="group border-b border-line open:border-b-0" open={!all && !locked}>
      <summary className="flex min-h-(--target) cursor-pointer items-start gap-3 py-3">
        <span className="flex h-[1.6em] shrink-0 items-center">
          <Chevron />
        </span>
        <span className="flex min-w-0 flex-1 flex-col items-start justify-between gap-x-4 gap-y-1 @sm:flex-row @sm:items-center">
          <h3 className="font-body group-hover:underline group-hover:underline-offset-[0.18em]">{name}</h3>
          {all ? (
            <Tag tone="done">{t('state.completed')}</Tag>
          ) : locked ? (
            <Tag tone="locked">{t('state.cannot-start')}</Tag>
          ) : (
            <span className="text-small text-ink-soft">{t('doneOf', { done, of })}</span>
          )}
        </span>
      </summary>
      <div className="border-t border-line sm:ps-[1.6rem]">{children}</div>
    </details>
  );
}
