// Section 10, alcohol and drugs: asked without blame, with three official questions and one warning that may save a life.
import type { Condition, Instrument, Question, Section } from '@/lib/forms/question';

const always = { audience: 'clinical', retention: 'record', ifRisk: 'Nothing.' } as const;
const whenWeMeet = 'You can tell us when we meet.';

const audit = {
  ...always,
  why: 'Alcohol can dull desire, arousal and mood, and also the worry that keeps people from closeness. These questions are used around the world, so we ask them in their own words.',
  usedBy: 'Your therapist.',
  ifSkipped: whenWeMeet,
  ifRisk:
    'If it is a lot, your therapist sees it before you first meet, and asks you about it without blame.',
  instrument: 'AUDIT-C',
} as const;

/** Its manual (WHO 2001) leaves the other two out for who never drinks; they count nothing then. */
const drinks: readonly Condition[] = [{ question: 'Ha1', unless: ['never'] }];
const uses: readonly Condition[] = [{ question: 'H4', is: ['past', 'sometimes', 'often'] }];

const questions: readonly Question[] = [
  {
    ...audit,
    id: 'Ha1',
    code: '68518-0',
    title: 'How often do you have a drink containing alcohol?',
    short: 'How often a drink',
    input: {
      kind: 'radios',
      options: [
        { value: 'never', label: 'Never', code: 'LA6270-8', score: 0 },
        { value: 'monthly', label: 'Monthly or less', code: 'LA18926-8', score: 1 },
        { value: '2-4-a-month', label: '2-4 times a month', code: 'LA18927-6', score: 2 },
        { value: '2-3-a-week', label: '2-3 times a week', code: 'LA18928-4', score: 3 },
        { value: '4-a-week', label: '4 or more times a week', code: 'LA18929-2', score: 4 },
      ],
    },
  },
  {
    ...audit,
    id: 'Ha2',
    code: '68519-8',
    title: 'How many drinks containing alcohol do you have on a typical day when you are drinking?',
    short: 'Drinks on a typical day',
    hint: 'One drink is a small glass of wine, a small beer or a single measure of spirits.',
    shownIf: drinks,
    input: {
      kind: 'radios',
      options: [
        { value: '1-2', label: '1 or 2', code: 'LA15694-5', score: 0 },
        { value: '3-4', label: '3 or 4', code: 'LA15695-2', score: 1 },
        { value: '5-6', label: '5 or 6', code: 'LA18930-0', score: 2 },
        { value: '7-9', label: '7 to 9', code: 'LA18931-8', score: 3 },
        { value: '10', label: '10 or more', code: 'LA18932-6', score: 4 },
      ],
    },
  },
  {
    ...audit,
    id: 'Ha3',
    code: '68520-6',
    title: 'How often do you have six or more drinks on one occasion?',
    short: 'Six or more at once',
    shownIf: drinks,
    input: {
      kind: 'radios',
      options: [
        { value: 'never', label: 'Never', code: 'LA6270-8', score: 0 },
        { value: 'less-than-monthly', label: 'Less than monthly', code: 'LA18933-4', score: 1 },
        { value: 'monthly', label: 'Monthly', code: 'LA18876-5', score: 2 },
        { value: 'weekly', label: 'Weekly', code: 'LA18891-4', score: 3 },
        { value: 'daily', label: 'Daily or almost daily', code: 'LA18934-2', score: 4 },
      ],
    },
  },
  {
    ...always,
    id: 'H4',
    title: 'Do you use any drugs, around sex or at other times?',
    short: 'Drugs',
    hint: 'Poppers (nitrites) together with erection medicines are dangerous: the two can drop your blood pressure so far that it kills.',
    why: 'Some make sex easier for a while and harder later. We ask to help, not to judge.',
    usedBy: 'Your therapist. We tell neither the police nor anybody at work.',
    ifSkipped: whenWeMeet,
    inPerson: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'never', label: 'Never' },
        { value: 'past', label: 'In the past, not now' },
        { value: 'sometimes', label: 'Now and then' },
        { value: 'often', label: 'Often' },
      ],
    },
  },
  {
    ...always,
    id: 'H4-which',
    title: 'Which ones, and when?',
    short: 'Which drugs, and when',
    hint: 'As much as you like to say. Around sex, to sleep, to get through the day: all of it counts. Nobody reads this straight away.',
    why: 'What it is, and when, tells us what it does for you.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    shownIf: uses,
    inPerson: true,
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
  {
    ...always,
    id: 'H5',
    title: 'Does your drinking or your drug use worry you?',
    short: 'Worried by it',
    why: 'Your own worry counts for more than any number.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    input: {
      kind: 'radios',
      options: [
        { value: 'no', label: 'No' },
        { value: 'a-little', label: 'A little' },
        { value: 'a-lot', label: 'A lot' },
        { value: 'does-not-apply', label: 'This does not apply to me' },
      ],
    },
  },
];

export const alcoholAndDrugs: Section = {
  number: '10',
  title: 'Alcohol and drugs',
  pack: 'alcohol-and-drugs',
  opening: {
    title: 'Alcohol and drugs',
    text: [
      'The next pages are about drinking and drugs, around sex or otherwise. There are at most {questions} questions, and most people need about {minutes} minutes.',
      'You can skip any of them, or all of them. Nobody here tells you off, and no answer shuts you out.',
    ],
  },
  pages: [['Ha1'], ['Ha2', 'Ha3'], ['H4'], ['H4-which'], ['H5']],
  questions,
};

/** Bush et al. 1998, after the AUDIT of the World Health Organization. One limit for all: its line for men is 4. */
export const auditC: Instrument = {
  id: 'AUDIT-C',
  title: 'AUDIT-C (alcohol)',
  code: '72109-2',
  totalCode: '75626-2',
  notice: 'From the Alcohol Use Disorders Identification Test, World Health Organization.',
  items: ['Ha1', 'Ha2', 'Ha3'],
  endsAt: { question: 'Ha1', is: 'never' },
  bands: [
    { from: 0, to: 2, name: 'lower risk' },
    { from: 3, to: 12, name: 'may be harmful' },
  ],
};
