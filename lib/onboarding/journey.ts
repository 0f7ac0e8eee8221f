// Where a client is, derived from what they did: the state of every step, what comes next, and what may be opened.
import { asksAgain, comesBefore, type Standing } from '@/lib/documents/standing';
import { AGREED, type JourneyFacts, STEPS, type Step, type StepState } from './steps';

export type StepNow = {
  step: Step;
  state: StepState;
  waitsFor: Step[];
  /** Completed with nothing said in it. */
  left?: true;
  /** Of a step in progress that comes in parts. */
  progress?: { done: number; of: number };
  /** Of a document that was signed before, and no longer holds. */
  standing?: Standing;
};

/** Every step that applies, in order, with its state and what it waits for. */
export function journeyOf(facts: JourneyFacts): StepNow[] {
  if (facts.ended) return [];
  const applying = STEPS.filter((step) => step.applies(facts));
  return applying.map((step) => {
    const waitsFor = applying.filter(
      (other) => step.after.includes(other.id) && !other.done(facts) && !other.letsOn?.(facts),
    );
    const state = stateOf(step, facts, waitsFor.length > 0);
    const standing = standingIn(facts, step);
    return {
      step,
      waitsFor,
      state,
      ...(state === 'completed' && step.left?.(facts) && { left: true as const }),
      ...(state === 'in-progress' && { progress: step.progress?.(facts) }),
      ...((asksAgain(standing) || standing === 'withdrawn') && { standing }),
    };
  });
}

const standingIn = ({ documents }: JourneyFacts, { document }: Step): Standing =>
  (document && documents[document]) ?? 'unsigned';

function stateOf(step: Step, facts: JourneyFacts, waits: boolean): StepState {
  if (step.done(facts)) return 'completed';
  if (waits) return 'cannot-start';
  if (step.awaited?.(facts)) return 'awaited';
  return step.begun?.(facts) ? 'in-progress' : 'not-started';
}

/**
 * The step to do next: what changed by law, else the first that is not done, may start, and is not only offered. Nobody is
 * pushed to sign again what they withdrew. Null when nothing is left.
 */
export function nextStep(facts: JourneyFacts): Step | null {
  const steps = journeyOf(facts);
  const again = steps.find(({ standing }) => standing === 'again-first');
  if (again) return opening(steps, again).step;
  const open = steps.find(
    ({ step, state, standing }) =>
      !step.optional && standing !== 'withdrawn' && (state === 'not-started' || state === 'in-progress'),
  );
  return open?.step ?? null;
}

/** `asksAgain`: the step is a document that they signed before and must sign again. */
export type First = { step: Step; asksAgain: boolean };

/**
 * May this client open `path`, or post to it, now? Null = yes; otherwise the step that comes first.
 * A path that belongs to no step is always open; a finished step stays open, but for what must be signed again.
 */
export function firstBefore(facts: JourneyFacts, path: string): First | null {
  const steps = journeyOf(facts);
  const now = documentBefore(steps, facts, path) ?? steps.find(({ step }) => belongsTo(path, step));
  if (!now) return null;
  const first = opening(steps, now);
  // What must be signed again may itself wait for the very page that is asked for.
  if (belongsTo(path, first.step)) return null;
  return { step: first.step, asksAgain: asksAgain(standingIn(facts, first.step)) };
}

/** Nobody is sent from one closed door to another: on to the first that opens. */
function opening(steps: readonly StepNow[], now: StepNow): StepNow {
  const first = now.state === 'cannot-start' ? now.waitsFor[0] : undefined;
  const before = steps.find(({ step }) => step.id === first?.id);
  return before ? opening(steps, before) : now;
}

/** The document that has to be signed before this page: what each kind of change stands before is in `standing`. */
function documentBefore(steps: readonly StepNow[], facts: JourneyFacts, path: string): StepNow | undefined {
  const what = whatIsAsked(facts, path);
  if (!what) return undefined;
  return steps.find(
    ({ step }) =>
      step.document &&
      comesBefore(what, standingIn(facts, step), what === 'booking' && isNeeded(facts, step)),
  );
}

/** Before they have booked, the list of tasks says what is missing; whoever moves an appointment is sent to it. */
const isNeeded = ({ booked }: JourneyFacts, { id }: Step) => booked && AGREED.includes(id);

/** Reading, cancelling, and putting right how somebody may safely be reached are never in question. */
function whatIsAsked({ sent }: JourneyFacts, path: string): 'form' | 'booking' | null {
  if (/^\/schedule(\/check)?(\?|$)/.test(path)) return 'booking';
  if (!/^\/forms\//.test(path)) return null;
  const reads = sent && /^\/forms\/(\d+\/)?(check|sent)$/.test(path);
  return reads || isContactSafety(path) ? null : 'form';
}

/** What is closed to whoever was declined, or whose way here has ended: reading, and how they may be reached, are not. */
export const closedOnceEnded = (path: string): boolean =>
  /^\/schedule(?!\/booked)/.test(path) ||
  (/^\/forms\//.test(path) && !/^\/forms\/(check|sent)(\?|$)/.test(path) && !isContactSafety(path));

/** Who can see their messages, and all of "Keeping contact private". */
const isContactSafety = (path: string) =>
  /^\/forms\/1\/(1|a1)(\/|$)/.test(path) || /^\/forms\/2\//.test(path);

/** `/forms/4/2` belongs to the step at `/forms/4/1`; `/schedule/check` to the one at `/schedule`. */
function belongsTo(path: string, step: Step): boolean {
  const base = /^\/forms\/\d/.test(step.path) ? step.path.replace(/\/\d+$/, '') : step.path;
  return path === base || path.startsWith(`${base}/`) || path.startsWith(`${base}?`);
}
