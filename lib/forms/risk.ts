// The danger signs, as one table a clinician can check: what was answered, how serious it is, and who is told by when.
import type { Answers, AnswerValue } from './question';

export type Level = 'red-urgent' | 'red' | 'amber';
/** What the support page speaks about. */
export type Support = 'self-harm' | 'relationship' | 'harm-to-others' | 'low-mood';

/** A total of an instrument. It exists only when every item was answered. */
export type Scores = ReadonlyMap<string, number>;

type Sign =
  /** `field`: of a group, the one that says it. */
  | { question: string; is: readonly string[]; field?: string }
  /** Asked, and left open: only where leaving it open is itself a sign. */
  | { question: string; leftOpen: true }
  | { score: string; from: number; to: number; question: string };

export type RiskRule = {
  id: string;
  when: Sign;
  level: Level;
  /** The page the client sees next; none when nothing more is shown. */
  support?: Support;
};

/** Staffed hours within which somebody must have acknowledged a flag; null = before the first session. */
export const STAFFED_HOURS: Record<Level, number | null> = { 'red-urgent': 1, red: 4, amber: null };

export const RISK_RULES: readonly RiskRule[] = [
  {
    id: 'J3-past-3-months',
    when: { question: 'J3', is: ['past-3-months'] },
    level: 'red-urgent',
    support: 'self-harm',
  },
  { id: 'J4-yes', when: { question: 'J4', is: ['yes'] }, level: 'red-urgent', support: 'harm-to-others' },
  { id: 'J3-past-year', when: { question: 'J3', is: ['past-year'] }, level: 'red', support: 'self-harm' },
  { id: 'J1-no', when: { question: 'J1', is: ['no'] }, level: 'red', support: 'relationship' },
  { id: 'J2-yes', when: { question: 'J2', is: ['yes'] }, level: 'red', support: 'relationship' },
  { id: 'J1-not-sure', when: { question: 'J1', is: ['not-sure'] }, level: 'amber' },
  // Nobody to call: a plan is made in the first session instead.
  { id: 'A9-nobody', when: { question: 'A9', field: 'who', is: ['nobody'] }, level: 'amber' },
  { id: 'J2-not-sure', when: { question: 'J2', is: ['not-sure'] }, level: 'amber' },
];

/** The rule of this id; undefined for one that no longer exists. */
export const riskRule = (id: string): RiskRule | undefined => RISK_RULES.find((rule) => rule.id === id);

/** The rules that hold and depend on a question just answered anew; the most serious first. */
export function signsIn(
  answers: Answers,
  changed: ReadonlySet<string>,
  scores: Scores = new Map(),
  rules: readonly RiskRule[] = RISK_RULES,
): RiskRule[] {
  return rules
    .filter((rule) => changed.has(rule.when.question) && holds(rule.when, answers, scores))
    .sort(bySeverity);
}

const ORDER: readonly Level[] = ['red-urgent', 'red', 'amber'];

/** The most serious first; of two that are as serious, the order stays. */
export const bySeverity = (a: { level: Level }, b: { level: Level }): number =>
  ORDER.indexOf(a.level) - ORDER.indexOf(b.level);

function holds(sign: Sign, answers: Answers, scores: Scores): boolean {
  if ('score' in sign) {
    const total = scores.get(sign.score);
    return total !== undefined && total >= sign.from && total <= sign.to;
  }
  const answer = answers.get(sign.question);
  if ('leftOpen' in sign) return answer?.state === 'not-answered';
  if (answer?.state !== 'answered') return false;
  const said = sign.field ? fieldOf(answer.value, sign.field) : answer.value;
  return typeof said === 'string' && sign.is.includes(said);
}

const fieldOf = (value: AnswerValue | undefined, field: string): string | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? value[field] : undefined;
