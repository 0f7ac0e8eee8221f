// Ways of being reached that can't be used: a call or a text without a number, or to one that may not be used for it.
import type { Answer, Answers } from './question';

/** The questions that name a way. */
export const WAY_QUESTIONS = ['A4', 'J5'] as const;
type WayQuestion = (typeof WAY_QUESTIONS)[number];

/** What stands against the way that was named. */
export type Clash = 'no-number' | 'call-not-allowed' | 'text-not-allowed';

/** The field of each question that names the way. */
export const wayField: Record<WayQuestion, string> = { A4: 'A4', J5: 'J5-way' };

/**
 * Null when the way named may be used. J5 is for when we are worried: a number kept for emergencies may be used then,
 * and so may one of its own that stands beside it.
 */
export function clashOf(question: WayQuestion, answers: Answers): Clash | null {
  const { way, number } = wayOf(question, answers.get(question));
  if (way !== 'phone' && way !== 'text') return null;
  const phone = answers.get('A2');
  const known = phone?.state === 'answered' && typeof phone.value === 'string' ? phone.value : null;
  if (number !== null && (known === null || !number.includes(digitsOf(known)))) return null;
  if (known === null) return 'no-number';
  const use = way === 'phone' ? 'call' : 'text';
  const uses = answers.get('A3');
  const allowed = uses?.state === 'answered' && Array.isArray(uses.value) ? uses.value : [];
  // "In an emergency only" once stood beside others: then the narrower word counts.
  const onlyThen = allowed.includes('emergency');
  if (onlyThen ? question === 'J5' : allowed.includes(use)) return null;
  return use === 'call' ? 'call-not-allowed' : 'text-not-allowed';
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');
/** As many as a phone number has at least. */
const FEWEST_DIGITS = 5;

function wayOf(question: WayQuestion, answer: Answer | undefined) {
  const value = answer?.state === 'answered' ? answer.value : undefined;
  if (value === undefined || Array.isArray(value)) return { way: null, number: null };
  if (typeof value === 'string') return { way: question === 'A4' ? value : null, number: null };
  const digits = digitsOf(value.details ?? '');
  return { way: value.way ?? null, number: digits.length >= FEWEST_DIGITS ? digits : null };
}
