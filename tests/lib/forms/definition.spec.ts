// The questionnaire is complete: nobody is asked anything without a reason, a reader and an end.
import { createHash } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import {
  allQuestions,
  definition,
  instrumentNamed,
  questionNamed,
  sectionNamed,
} from '@/lib/forms/definition';
import { type Option, OWN, type Question, RETENTION, SAYS_NO } from '@/lib/forms/question';
import { RISK_RULES } from '@/lib/forms/risk';
import { lengthOf, withLength } from '@/lib/forms/section-length';
import { pageSlug } from '@/lib/forms/shown';
import { readingGrade } from '@/tests/support/reading-grade';

const idsOf = (section: string) => sectionNamed(section)?.questions.map(({ id }) => id);

const numbered = (letters: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${letters}${at + 1}`);

const optionsOf = ({ input }: Question): readonly Option[][] => {
  const inputs = input.kind === 'group' ? input.fields : [input];
  return inputs.map((one) => ('options' in one ? [...one.options] : []));
};

test('every question says why, who uses it, what follows when it is skipped or worrying, and how long it is kept', () => {
  for (const question of allQuestions) {
    for (const part of ['title', 'short', 'why', 'usedBy', 'ifSkipped', 'ifRisk'] as const) {
      expect(question[part].trim(), `${question.id}: ${part}`).not.toBe('');
    }
    expect(Object.keys(RETENTION), question.id).toContain(question.retention);
    expect(['all-staff', 'clinical'], question.id).toContain(question.audience);
  }
});

test('only the questions we cannot begin without are required', () => {
  const required = allQuestions.filter((question) => question.required).map(({ id }) => id);
  expect(required).toEqual([
    ...['A1', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au', 'B1', 'B3', 'B10', 'C8', 'format'],
    ...['A4', 'B7'],
  ]);
  expect(allQuestions.filter(({ requiredIf }) => requiredIf).map(({ id }) => id)).toEqual(['A9']);
});

test('each section asks its own questions, in order', () => {
  const regions = ['A8-us', 'A8-ca', 'A8-gb', 'A8-au'];
  expect(idsOf('1')).toEqual(['A1', 'A8', ...regions, 'B1', 'B2', 'B3', 'B10', 'C8', 'format']);
  expect(idsOf('2')).toEqual(['A2', 'A3', 'A4', 'A5', 'A6', 'A6-address', 'A7', 'A9', 'A10']);
  expect(idsOf('3')).toEqual(['B4', 'B5', 'B6', 'B7', 'B8', 'B9']);
  expect(idsOf('4')).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7']);
  expect(idsOf('5')).toEqual(['J1', 'J2', 'J3', 'J4', 'J5']);
  expect(idsOf('6')).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7']);
  expect(idsOf('7')).toEqual([
    ...['E0', 'E0-describe', 'E1', 'E2'],
    ...['interest', 'enjoyment', 'arousal', 'worry', 'pain', 'slow', 'soon'].map((what) => `E3-${what}`),
    ...['E4-dryness', 'E4-penetration', 'E5-erection', 'E6', 'E6-despite', 'E7', 'E8', 'E9'],
  ]);
  expect(idsOf('8')).toEqual(['F1', 'F2', 'F2-kinds', 'F3', 'F4', 'F5']);
  expect(idsOf('9')).toEqual([
    ...numbered('Gp', 9),
    'Gp-difficulty',
    ...numbered('Ga', 7),
    ...['G1', 'G2', 'G3'],
  ]);
  expect(idsOf('10')).toEqual(['Ha1', 'Ha2', 'Ha3', 'H4', 'H4-which', 'H5']);
  expect(idsOf('11')).toEqual(['I0', 'I1', 'I2', 'Ip0', ...numbered('Ip', 5)]);
  expect(idsOf('12')).toEqual(['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K8']);
});

test('all staff may see how to reach somebody and how they pay; everything else is for clinicians', () => {
  const forAll = allQuestions.filter(({ audience }) => audience === 'all-staff').map(({ id }) => id);
  for (const id of forAll) expect(id).toMatch(/^(A\d+(-\w+)?|B1|B2|B3|B7|B8|B10|C8|format)$/);
  for (const { id, audience } of allQuestions.filter(({ id }) => /^A\d/.test(id))) {
    expect(audience, id).toBe('all-staff');
  }
});

test('every question stands on exactly one page of its section, and no two pages share an address', () => {
  for (const section of definition.sections) {
    expect(section.pages.flat()).toEqual(section.questions.map(({ id }) => id));
    const slugs = section.pages.map(([first]) => pageSlug(first ?? ''));
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) {
      expect(slug).not.toMatch(/^\d+$|^check$|^start$/);
      expect(tellingWordIn(slug)).toBeNull();
    }
  }
  expect(new Set(allQuestions.map(({ id }) => id)).size).toBe(allQuestions.length);
});

test('each safety question is alone on its page', () => {
  for (const page of sectionNamed('5')?.pages ?? []) expect(page).toHaveLength(1);
});

test('the sensitive sections begin with a note on what they hold, how long they are, and that all can be skipped', () => {
  for (const section of definition.sections.slice(3)) {
    const text = withLength(section.opening?.text.join(' ') ?? '', section.questions);
    expect(text, section.title).toContain('skip any of them, or all of them');
    expect(text, section.title).toContain(`${section.questions.length} questions`);
    expect(text, section.title).toMatch(/about \d minutes?/);
    expect(text, section.title).not.toMatch(/[{}]/);
  }
  // Ten short choices take less than three long texts.
  expect(lengthOf(sectionNamed('11')?.questions ?? []).minutes).toBeLessThan(5);
});

test('options are told apart, and none can be taken for own words or for a refusal', () => {
  for (const question of allQuestions) {
    for (const options of optionsOf(question)) {
      const values = options.map(({ value }) => value);
      expect(new Set(values).size, question.id).toBe(values.length);
      for (const value of values) {
        expect(value, question.id).not.toBe('');
        expect(value, question.id).not.toContain(OWN);
        expect(value, question.id).not.toBe(SAYS_NO);
      }
    }
    const values = optionsOf(question)
      .flat()
      .map(({ value }) => value);
    if (question.startsWith) expect(values, question.id).toContain(question.startsWith);
  }
});

test('an identity question never says "other"', () => {
  for (const id of ['B4', 'B5', 'B6']) {
    const question = questionNamed(id);
    const labels = question
      ? optionsOf(question)
          .flat()
          .map(({ label }) => label)
      : [];
    expect(labels.join(' ')).not.toMatch(/\bother\b/i);
    expect(question?.input.kind === 'checkboxes' && question.input.ownWords?.label).toMatch(/^I use /);
  }
});

test('conditions and danger signs name questions and answers that exist', () => {
  const check = (id: string, values: readonly string[]) => {
    const question = questionNamed(id);
    expect(question, id).toBeDefined();
    const known = question
      ? optionsOf(question)
          .flat()
          .map(({ value }) => value)
      : [];
    for (const value of values) expect(known, id).toContain(value);
  };
  for (const { shownIf = [], requiredIf = [] } of allQuestions) {
    for (const condition of [...shownIf, ...requiredIf])
      check(
        condition.question,
        'is' in condition ? condition.is : 'unless' in condition ? condition.unless : [],
      );
  }
  for (const { when } of RISK_RULES) {
    if ('score' in when) expect(instrumentNamed(when.score), when.score).toBeDefined();
    else check(when.question, 'is' in when ? when.is : []);
  }
});

test('a question that can raise a red flag says so', () => {
  for (const { when, level } of RISK_RULES) {
    if (level === 'amber') continue;
    const asked = 'score' in when ? (instrumentNamed(when.score)?.items ?? []) : [when.question];
    for (const id of asked) expect(questionNamed(id)?.ifRisk, id).toContain('told at once');
  }
});

test('a free text says that nobody reads it straight away, or that nothing is searched', () => {
  for (const question of allQuestions) {
    if (question.input.kind === 'long-text') {
      expect(`${question.ifRisk} ${question.hint ?? ''}`, question.id).toMatch(
        /Nobody (reads|searches) this/,
      );
    }
  }
});

test('pronouns, gender and orientation carry their LOINC codes', () => {
  expect(['B4', 'B5', 'B6'].map((id) => questionNamed(id)?.code)).toEqual(['90778-2', '76691-5', '76690-7']);
  const pronouns = questionNamed('B4');
  expect(
    pronouns
      ? optionsOf(pronouns)
          .flat()
          .map(({ code }) => code)
      : [],
  ).toEqual([...['LA29519-8', 'LA29518-0', 'LA29520-6', undefined]]);
});

test('the words are easy to read', () => {
  for (const section of definition.sections) {
    const words = section.questions.flatMap(({ title, hint, why, usedBy, ifSkipped, ifRisk }) => [
      ...[title, hint ?? '', why, usedBy, ifSkipped, ifRisk],
    ]);
    expect(
      readingGrade([...(section.opening?.text ?? []), ...words].join(' ')),
      section.title,
    ).toBeLessThanOrEqual(8);
    expect(words.join(' '), section.title).not.toMatch(/!/);
  }
});

// An answer keeps the version it was given to: whoever changes a question gives the form a new version here.
test('a change of any question is a new version of the form', () => {
  const print = createHash('sha256')
    .update(JSON.stringify({ ...definition, version: '' }))
    .digest('hex')
    .slice(0, 16);
  expect({ version: definition.version, print }).toEqual({ version: '2026-11.6', print: 'bfa6a7baf8ace7e6' });
});
