// Where a client is, derived from what they did: the state of every step, what comes next, and what may be opened.
import { type JourneyFacts, STEPS, type Step, type StepState } from './steps';

export type StepNow = {
  step: Step;
  state: StepState;
  waitsFor: Step[];
  /** Of a step in progress that comes in parts. */
  progress?: { done: number; of: number };
};

/** Every step that applies, in order, with its state and what it waits for. */
export function journeyOf(facts: JourneyFacts): StepNow[] {
  const applying = STEPS.filter((step) => step.applies(facts));
  return applying.map((step) => {
    const waitsFor = applying.filter(
      (other) => step.after.includes(other.id) && !other.done(facts) && !other.letsOn?.(facts),
    );
    const state = stateOf(step, facts, waitsFor.length > 0);
    return { step, waitsFor, state, ...(state === 'in-progress' && { progress: step.progress?.(facts) }) };
  });
}

function stateOf(step: Step, facts: JourneyFacts, waits: boolean): StepState {
  if (step.done(facts)) return 'completed';
  if (waits) return 'cannot-start';
  if (step.awaited?.(facts)) return 'awaited';
  return step.begun?.(facts) ? 'in-progress' : 'not-started';
}

/** The step to do next: the first that is not done, may start, and is not only offered. Null when all is done. */
export function nextStep(facts: JourneyFacts): Step | null {
  const open = journeyOf(facts).find(
    ({ step, state }) => !step.optional && (state === 'not-started' || state === 'in-progress'),
  );
  return open?.step ?? null;
}

/**
 * May this client open `path` now? Null = yes; otherwise the step that comes first.
 * A path that belongs to no step is always open; a finished step stays open.
 */
export function firstBefore(facts: JourneyFacts, path: string): Step | null {
  const steps = journeyOf(facts);
  let now = steps.find(({ step }) => belongsTo(path, step));
  if (now?.state !== 'cannot-start') return null;
  // Nobody is sent from one closed door to another: on to the first that opens.
  while (now?.state === 'cannot-start') {
    const first: Step | undefined = now.waitsFor[0];
    now = steps.find(({ step }) => step.id === first?.id);
  }
  return now?.step ?? null;
}

/** `/forms/4/2` belongs to the step at `/forms/4/1`; `/schedule/check` to the one at `/schedule`. */
function belongsTo(path: string, step: Step): boolean {
  const base = /^\/forms\/\d/.test(step.path) ? step.path.replace(/\/\d+$/, '') : step.path;
  return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`);
}
