// Section 6, the people somebody is close to: asked of everyone in the same words, whatever shape their life has.
import type { Condition, Question, Section } from '@/lib/forms/question';

const always = { audience: 'clinical', retention: 'record', ifRisk: 'Nothing.' } as const;
const whenWeMeet = 'You can tell us when we meet.';

/**
 * Who says that they are on their own, and nothing else, is not asked about somebody they are with. Who is separated may
 * well be: they are asked.
 */
const withSomebody: readonly Condition[] = [
  { question: 'D1', unlessOnly: ['single', 'divorced', 'widowed'] },
];

const questions: readonly Question[] = [
  {
    ...always,
    id: 'D1',
    title: 'How are things for you now?',
    short: 'Relationships now',
    hint: 'Choose all that fit.',
    why: 'So that we don’t guess who is in your life.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    maySayNo: true,
    input: {
      kind: 'checkboxes',
      options: [
        { value: 'single', label: 'Single' },
        { value: 'dating', label: 'Dating' },
        { value: 'partner', label: 'With a partner' },
        { value: 'more-than-one', label: 'With more than one partner' },
        { value: 'living-together', label: 'Living together' },
        { value: 'married', label: 'Married or in a civil union' },
        { value: 'separated', label: 'Separated' },
        { value: 'divorced', label: 'Divorced' },
        { value: 'widowed', label: 'Widowed' },
      ],
      ownWords: { label: 'In my own words', most: 300 },
    },
  },
  {
    ...always,
    id: 'D2',
    title: 'What have you agreed about being close to other people?',
    short: 'What was agreed about others',
    why: 'Every shape of love is welcome here. We only need to know yours.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    maySayNo: true,
    shownIf: withSomebody,
    input: {
      kind: 'radios',
      options: [
        { value: 'monogamous', label: 'We are monogamous: only with each other' },
        { value: 'open', label: 'We are non-monogamous, and have agreed on it' },
        { value: 'not-agreed', label: 'We have not agreed' },
        { value: 'does-not-apply', label: 'This does not apply to me' },
      ],
      ownWords: { label: 'In my own words', most: 300 },
    },
  },
  {
    ...always,
    id: 'D3',
    title: 'Do you both, or all, agree about this?',
    short: 'Agree about it',
    why: 'A quiet “not quite” is worth knowing early.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    maySayNo: true,
    shownIf: withSomebody,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'partly', label: 'Partly' },
        { value: 'no', label: 'No' },
        { value: 'does-not-apply', label: 'This does not apply to me' },
      ],
    },
  },
  {
    ...always,
    id: 'D4',
    title: 'How long have you been together?',
    short: 'How long together',
    hint: 'A rough answer is fine, such as “three years” or “on and off since school”.',
    why: 'New love and long love often ask for different things.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    shownIf: withSomebody,
    input: { kind: 'text', most: 200, size: 'medium' },
  },
  {
    ...always,
    id: 'D5',
    title: 'How happy are you with your relationship, or with being on your own?',
    short: 'How happy with it',
    why: 'What counts is how it is for you.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    input: {
      kind: 'radios',
      options: [
        { value: '1', label: 'Not at all happy', score: 1 },
        { value: '2', label: 'A little happy', score: 2 },
        { value: '3', label: 'Somewhat happy', score: 3 },
        { value: '4', label: 'Quite happy', score: 4 },
        { value: '5', label: 'Very happy', score: 5 },
      ],
    },
  },
  {
    ...always,
    id: 'D6',
    title: 'Are there children, or people you care for, who leave you less time or less privacy?',
    short: 'Children or caring',
    hint: 'For example, thin walls, a baby who wakes, or a parent who lives with you.',
    why: 'So that what we suggest fits the home you have.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
  {
    ...always,
    id: 'D7',
    title: 'Does your partner know that you are coming here?',
    short: 'Partner knows',
    why: 'So that nobody here gives you away by a careless word.',
    usedBy:
      'Your clinical team. If you say no, they see a note to be discreet each time they open your file.',
    ifSkipped: 'We are discreet anyway. Nobody here tells your partner.',
    maySayNo: true,
    shownIf: withSomebody,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'does-not-apply', label: 'This does not apply to me' },
      ],
    },
  },
];

export const relationships: Section = {
  number: '6',
  title: 'Relationships',
  pack: 'relationships',
  opening: {
    title: 'Relationships',
    text: [
      'The next pages are about the people you are close to, or about being on your own. There are at most {questions} questions, and most people need about {minutes} minutes.',
      'You can skip any of them, or all of them. What you leave out, you can say when we meet, or not at all.',
    ],
  },
  pages: questions.map(({ id }) => [id]),
  questions,
};
