// Which answers are about safety: what could put somebody in danger if it lay on a desk at home. They go on paper only when that is asked for.
import { questionNamed } from './definition';
import { isReach } from './how-to-reach';
import { questionsOf, RISK_RULES } from './risk';
import { safety } from './sections/5-safety';

const SAFETY: ReadonlySet<string> = new Set([
  // All of "Safety": violence, harm to oneself and to others.
  ...safety.questions.map(({ id }) => id),
  // Whether a partner knows.
  'D7',
  // Whatever can raise a flag, by itself or by its part in a total: the other items and the total would tell the one.
  ...RISK_RULES.flatMap(({ when }) => questionsOf(when)),
]);

/**
 * Also every answer about how somebody may be reached: a number without what was said about using it is a danger of its
 * own. A question that is asked no more counts as one, since nobody can say what it was about.
 */
export const isSafetyAnswer = (question: string): boolean =>
  SAFETY.has(question) || isReach(question) || questionNamed(question) === undefined;
