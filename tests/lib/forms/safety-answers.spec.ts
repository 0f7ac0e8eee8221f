// What is about safety is one list: everything that can raise a flag is on it, and everything about how somebody may be reached.
import { expect, test } from '@playwright/test';
import { allQuestions, definition, instrumentNamed } from '@/lib/forms/definition';
import { RISK_RULES } from '@/lib/forms/risk';
import { isSafetyAnswer } from '@/lib/forms/safety-answers';

test('every question that can raise a flag, by itself or by its part in a total, is about safety', () => {
  for (const { id, when } of RISK_RULES) {
    const asked = 'score' in when ? (instrumentNamed(when.score)?.items ?? []) : [when.question];
    expect(asked.length, id).toBeGreaterThan(0);
    for (const question of asked) expect(isSafetyAnswer(question), `${question} of ${id}`).toBe(true);
  }
});

test('so is all of the section on safety, and every way to reach somebody', () => {
  const section = definition.sections.find(({ title }) => /safe/i.test(title));
  expect(section?.questions.length).toBeGreaterThan(3);
  for (const { id } of section?.questions ?? []) expect(isSafetyAnswer(id), id).toBe(true);
  for (const { id } of allQuestions.filter(
    ({ input, id }) => input.kind !== 'date' && /^A([1-7]|9|10)\b/.test(id),
  ))
    expect(isSafetyAnswer(id), id).toBe(true);
});

test('a question that is asked no more is taken for one; a name, a birthday and what brings somebody are none', () => {
  expect(isSafetyAnswer('Z99')).toBe(true);
  for (const id of ['B1', 'B3', 'C1', 'C2', 'A8', 'format']) expect(isSafetyAnswer(id), id).toBe(false);
});
