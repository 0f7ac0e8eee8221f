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
      <div className="@container mt-4 max-w-line border-t border-line">
        {runsOf(steps).map(({ group, steps: together }) =>
          group ? (
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

/** Neighbours of the same group stand together; what is alone of its group stands among the others. */
function runsOf(steps: readonly StepNow[]): { group: Step['group']; steps: StepNow[] }[] {
  const runs: { group: Step['group']; steps: StepNow[] }[] = [];
  for (const now of steps) {
    const { group } = now.step;
    const shared = group && steps.filter(({ step }) => step.group === group).length > 1 ? group : undefined;
    const last = runs.at(-1);
    if (last && last.group === shared) last.steps.push(now);
    else runs.push({ group: shared, steps: [now] });
  }
  return runs;
}

function Tasks({ steps }: { steps: readonly StepNow[] }) {
  const t = useTranslations('home');
  return (
    <ol className="list-none divide-y divide-line border-b border-line ps-0">
      {waitingTogether(steps).map(([first, ...more]) =>
        more.length > 0 ? (
          <Waiting key={first.step.id} steps={[first, ...more]} hint={waitsInWords(t, first)} />
        ) : (
          <Task key={first.step.id} now={first} />
        ),
      )}
    </ol>
  );
}

/** Neighbours that wait for the same thing stand together: it is said once. */
function waitingTogether(steps: readonly StepNow[]): [StepNow, ...StepNow[]][] {
  const runs: [StepNow, ...StepNow[]][] = [];
  const awaited = ({ state, waitsFor }: StepNow) =>
    state === 'cannot-start' ? waitsFor.map(({ id }) => id).join() : null;
  for (const now of steps) {
    const last = runs.at(-1);
    if (last && awaited(now) !== null && awaited(last[0]) === awaited(now)) last.push(now);
    else runs.push([now]);
  }
  return runs;
}

type Words = ReturnType<typeof useTranslations<'home'>>;

function waitsInWords(t: Words, { waitsFor }: StepNow): string {
  const [only, ...more] = waitsFor;
  return only && more.length === 0 ? t('after', { steps: t(nameOfStep(only.id)) }) : t('waitsForEarlier');
}

/** It was signed, and has changed or was withdrawn since: its state says that before all else but waiting. */
const toSignAgain = ({ standing }: StepNow) => (standing === 'withdrawn' ? 'withdrawn' : standing && 'again');

/** What to know about a task that is not done: what it waits for, or that it need not be done. */
function hintOf(t: Words, now: StepNow): string | null {
  if (now.state === 'cannot-start') return waitsInWords(t, now);
  const before = toSignAgain(now);
  if (before) return t(before);
  if (now.state === 'awaited') return t('awaited');
  if (!now.step.optional || now.state === 'completed') return null;
  return now.step.id === 'guide' ? t('anyTime') : t('optional');
}

function Waiting({ steps, hint }: { steps: readonly StepNow[]; hint: string }) {
  const t = useTranslations('home');
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
        <Tag tone="locked">{t('state.cannot-start')}</Tag>
        {hint}
      </p>
      <ul className="mt-2 flex list-none flex-col gap-2 ps-0">
        {steps.map(({ step }) => (
          <li key={step.id}>{t(nameOfStep(step.id))}</li>
        ))}
      </ul>
    </li>
  );
}

function Task({ now }: { now: StepNow }) {
  const t = useTranslations('home');
  const { step, state, progress, left } = now;
  const name = t(nameOfStep(step.id));
  const hint = hintOf(t, now);
  // What is only offered and was not begun is no gap: nobody is told that it is missing.
  const offered = step.optional && state === 'not-started';
  return (
    <li className="flex min-h-(--target) flex-col items-start justify-between gap-x-4 gap-y-1 py-2 @sm:flex-row @sm:items-center">
      <span className="min-w-0">
        {state === 'cannot-start' ? (
          <span>{name}</span>
        ) : (
          <a
            href={step.path}
            className="inline-flex min-h-(--target) items-center"
            aria-describedby={offered ? `${step.id}-hint` : `${step.id}-state`}
          >
            {name}
          </a>
        )}
        {hint && (
          <span id={`${step.id}-hint`} className="block text-small text-ink-soft">
            {hint}
          </span>
        )}
      </span>
      {!offered && (
        <span id={`${step.id}-state`} className="shrink-0">
          <Tag tone={left ? 'neutral' : TONES[state]}>
            {progress
              ? t('readOf', progress)
              : t(left ? 'state.left' : `state.${(state !== 'cannot-start' && toSignAgain(now)) || state}`)}
          </Tag>
        </span>
      )}
    </li>
  );
}
