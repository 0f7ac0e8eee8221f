// One part of the journey as a list: each task, its state in words, and what it waits for.
import { useTranslations } from 'next-intl';
import { Tag, type Tone } from '@/components/ui/tag';
import type { StepNow } from '@/lib/onboarding/journey';
import type { StepState } from '@/lib/onboarding/steps';
import type { messages } from '@/messages/en';

const TONES: Record<StepState, Tone> = {
  completed: 'done',
  'in-progress': 'active',
  'not-started': 'todo',
  'cannot-start': 'locked',
};

/** A step's name in the catalogue. */
export const nameOfStep = (id: string) =>
  `step.${id.replaceAll('.', '-') as keyof (typeof messages)['home']['step']}` as const;

export function TaskList({ part, steps }: { part: StepNow['step']['part']; steps: StepNow[] }) {
  const t = useTranslations('home');
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{t(`part.${part}`)}</h2>
      <p className="mt-1 text-ink-soft">{t(`partLead.${part}`)}</p>
      <ol className="mt-4 list-none divide-y divide-line border-y border-line ps-0">
        {steps.map((now) => (
          <Task key={now.step.id} {...now} />
        ))}
      </ol>
    </section>
  );
}

function Task({ step, state, waitsFor, progress }: StepNow) {
  const t = useTranslations('home');
  const name = t(nameOfStep(step.id));
  const hint =
    state === 'cannot-start' ? waitingWords() : step.optional && state !== 'completed' ? t('optional') : null;
  function waitingWords() {
    const [only, ...more] = waitsFor;
    return only && more.length === 0 ? t('after', { steps: t(nameOfStep(only.id)) }) : t('waitsForEarlier');
  }
  return (
    <li className="flex min-h-(--target) flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3">
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
        <Tag tone={TONES[state]}>{progress ? t('readOf', progress) : t(`state.${state}`)}</Tag>
      </span>
    </li>
  );
}
