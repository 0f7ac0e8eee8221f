// One part of the journey as a list: each task, its state in words, and what it waits for.
import { useTranslations } from 'next-intl';
import { Tag, type Tone } from '@/components/ui/tag';
import type { StepNow } from '@/lib/onboarding/journey';
import type { Step, StepState } from '@/lib/onboarding/steps';
import type { messages } from '@/messages/en';
import { TaskGroup } from './task-group';

const TONES: Record<StepState, Tone> = {
  completed: 'done',
  'in-progress': 'active',
  'not-started': 'todo',
  awaited: 'active',
  'cannot-start': 'locked',
};

/** A step's name in the catalogue. */
export const nameOfStep = (id: string) =>
  `step.${id.replaceAll('.', '-') as keyof (typeof messages)['home']['step']}` as const;

export function TaskList({ part, steps }: { part: Step['part']; steps: readonly StepNow[] }) {
  const t = useTranslations('home');
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{t(`part.${part}`)}</h2>
      <p className="mt-1 max-w-line text-ink-soft">{t(`partLead.${part}`)}</p>
      <div className="mt-4 max-w-line border-t border-line">
        {runsOf(steps).map(({ group, steps: together }) =>
          group && together.length > 1 ? (
            <TaskGroup key={group} name={t(`group.${group}`)} steps={together}>
              <Tasks steps={together} />
            </TaskGroup>
          ) : (
            <Tasks key={together[0]?.step.id} steps={together} />
          ),
        )}
      </div>
    </section>
  );
}

/** Neighbours of the same group stand together. */
function runsOf(steps: readonly StepNow[]): { group: Step['group']; steps: StepNow[] }[] {
  const runs: { group: Step['group']; steps: StepNow[] }[] = [];
  for (const now of steps) {
    const last = runs.at(-1);
    if (last && last.group === now.step.group) last.steps.push(now);
    else runs.push({ group: now.step.group, steps: [now] });
  }
  return runs;
}

function Tasks({ steps }: { steps: readonly StepNow[] }) {
  return (
    <ol className="list-none divide-y divide-line border-b border-line ps-0">
      {steps.map((now) => (
        <Task key={now.step.id} {...now} />
      ))}
    </ol>
  );
}

function Task({ step, state, waitsFor, progress, standing }: StepNow) {
  const t = useTranslations('home');
  const name = t(nameOfStep(step.id));
  const before = standing === 'withdrawn' ? 'withdrawn' : standing && 'again';
  // What waits for something else says that first.
  const said = (state !== 'cannot-start' && before) || state;
  const hint = hintWords();
  function hintWords() {
    if (state === 'cannot-start') return waitingWords();
    if (before) return t(before);
    if (state === 'awaited') return t('awaited');
    return step.optional && state !== 'completed' ? t('optional') : null;
  }
  function waitingWords() {
    const [only, ...more] = waitsFor;
    return only && more.length === 0 ? t('after', { steps: t(nameOfStep(only.id)) }) : t('waitsForEarlier');
  }
  return (
    <li className="flex min-h-(--target) flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span>
        {state === 'cannot-start' ? (
          <span>{name}</span>
        ) : (
          <a
            href={step.path}
            className="inline-flex min-h-(--target) items-center"
            aria-describedby={`${step.id}-state`}
          >
            {name}
          </a>
        )}
        {hint && <span className="block text-small text-ink-soft">{hint}</span>}
      </span>
      <span id={`${step.id}-state`}>
        <Tag tone={TONES[state]}>{progress ? t('readOf', progress) : t(`state.${said}`)}</Tag>
      </span>
    </li>
  );
}
