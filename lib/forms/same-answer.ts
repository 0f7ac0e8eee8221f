// Whether two answers say the same: the same one saved again makes no new revision.
import type { Answer } from './question';

/** Order within a choice is no difference; neither is the order of a group's fields. */
export function sameAnswer(one: Answer | undefined, other: Answer | undefined): boolean {
  return canonical(one) === canonical(other);
}

function canonical(answer: Answer | undefined): string {
  if (!answer) return '';
  const { state, value } = answer;
  if (value === undefined || typeof value === 'string') return JSON.stringify([state, value ?? null]);
  if (Array.isArray(value)) return JSON.stringify([state, [...value].sort()]);
  return JSON.stringify([state, Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
