// The danger signs, as one table a clinician can check: what was answered, how serious it is, and who is told by when.
import { allQuestions, instrumentNamed } from './definition';
import type { Answers, AnswerValue } from './question';
import { scoreOf } from './scoring';

export type Level = 'red-urgent' | 'red' | 'amber';
/** What the support page speaks about. */
export type Support = 'self-harm' | 'relationship' | 'harm-to-others' | 'low-mood';

type Sign =
  /** `field`: of a group, the one that says it. */
  | { question: string; is: readonly string[]; field?: string }
  /** Asked, and left open: only where leaving it open is itself a sign. */
  | { question: string; leftOpen: true }
  /** The total of an official questionnaire, once it has one. */
  | { score: string; from: number; to: number };

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
  // Item 9 of the PHQ-9, whatever the total: "more than half the days" and "nearly every day".
  { id: 'Gp9-often', when: { question: 'Gp9', is: ['2', '3'] }, level: 'red-urgent', support: 'self-harm' },
  {
    id: 'J3-past-3-months',
    when: { question: 'J3', is: ['past-3-months'] },
    level: 'red-urgent',
    support: 'self-harm',
  },
  { id: 'J4-yes', when: { question: 'J4', is: ['yes'] }, level: 'red-urgent', support: 'harm-to-others' },
  { id: 'Gp9-some-days', when: { question: 'Gp9', is: ['1'] }, level: 'red', support: 'self-harm' },
  { id: 'J3-past-year', when: { question: 'J3', is: ['past-year'] }, level: 'red', support: 'self-harm' },
  { id: 'J1-no', when: { question: 'J1', is: ['no'] }, level: 'red', support: 'relationship' },
  { id: 'J2-yes', when: { question: 'J2', is: ['yes'] }, level: 'red', support: 'relationship' },
  {
    id: 'PHQ-9-severe',
    when: { score: 'PHQ-9', from: 20, to: 27 },
    level: 'red',
    support: 'low-mood',
  },
  { id: 'PHQ-9-moderately-severe', when: { score: 'PHQ-9', from: 15, to: 19 }, level: 'amber' },
  { id: 'GAD-7-severe', when: { score: 'GAD-7', from: 15, to: 21 }, level: 'amber' },
  { id: 'PC-PTSD-5-look', when: { score: 'PC-PTSD-5', from: 3, to: 5 }, level: 'amber' },
  { id: 'AUDIT-C-look', when: { score: 'AUDIT-C', from: 3, to: 12 }, level: 'amber' },
  { id: 'E9-rarely-never', when: { question: 'E9', is: ['rarely', 'never'] }, level: 'amber' },
  // Not knowing is a reason to ask.
  { id: 'Gp9-left-open', when: { question: 'Gp9', leftOpen: true }, level: 'amber' },
  { id: 'J1-not-sure', when: { question: 'J1', is: ['not-sure'] }, level: 'amber' },
  // Nobody to call: a plan is made in the first session instead.
  { id: 'A9-nobody', when: { question: 'A9', field: 'who', is: ['nobody'] }, level: 'amber' },
  { id: 'J2-not-sure', when: { question: 'J2', is: ['not-sure'] }, level: 'amber' },
];

/** The rule of this id; undefined for one that no longer exists. */
export const riskRule = (id: string): RiskRule | undefined => RISK_RULES.find((rule) => rule.id === id);

/** What a flag stands by: the question, or the official questionnaire whose total it is. */
export const subjectOf = ({ when }: RiskRule): string => ('score' in when ? when.score : when.question);

/**
 * The rules that hold and depend on something just answered anew, the most serious first. A total depends on every item:
 * whichever was answered last completes it.
 */
export function signsIn(answers: Answers, changed: ReadonlySet<string>): RiskRule[] {
  return RISK_RULES.filter(
    ({ when }) => questionsOf(when).some((id) => changed.has(id)) && holds(when, answers),
  ).sort(bySeverity);
}

/** What was asked that it depends on. */
export function questionsOf(sign: Sign): readonly string[] {
  if (!('score' in sign)) return [sign.question];
  const instrument = instrumentNamed(sign.score);
  return instrument ? [...instrument.items, ...(instrument.unscored ?? [])] : [];
}

const ORDER: readonly Level[] = ['red-urgent', 'red', 'amber'];

/** The most serious first; of two that are as serious, the order stays. */
export const bySeverity = (a: { level: Level }, b: { level: Level }): number =>
  ORDER.indexOf(a.level) - ORDER.indexOf(b.level);

function holds(sign: Sign, answers: Answers): boolean {
  if ('score' in sign) {
    const instrument = instrumentNamed(sign.score);
    const score = instrument && scoreOf(instrument, allQuestions, answers);
    return score?.complete === true && score.total >= sign.from && score.total <= sign.to;
  }
  const answer = answers.get(sign.question);
  if ('leftOpen' in sign)
    return answer !== undefined && answer.state !== 'answered' && answer.state !== 'not-shown';
  if (answer?.state !== 'answered') return false;
  const said = sign.field ? fieldOf(answer.value, sign.field) : answer.value;
  return typeof said === 'string' && sign.is.includes(said);
}

const fieldOf = (value: AnswerValue | undefined, field: string): string | undefined =>
  typeof value === 'object' && !Array.isArray(value) ? value[field] : undefined;
