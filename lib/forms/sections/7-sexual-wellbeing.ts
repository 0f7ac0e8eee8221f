// Section 7, sex and the body: plain words, no scale with a total, and only the questions somebody chose to be asked.
import type { Condition, Option, Question, Section } from '@/lib/forms/question';

const always = { audience: 'clinical', retention: 'record', ifRisk: 'Nothing.' } as const;
const whenWeMeet = 'You can tell us when we meet.';

/** Our own words, and nothing is added up: no scale of sexual function may be copied here. */
const HOW_OFTEN: readonly Option[] = [
  { value: 'never', label: 'Never' },
  { value: 'sometimes', label: 'Sometimes' },
  { value: 'often', label: 'Often' },
  { value: 'always', label: 'Always' },
  { value: 'does-not-apply', label: 'This does not apply to me' },
];

const DIFFICULT = 'In the last 3 months, how often was this difficult for you?';

const difficulty = (id: string, title: string, short: string, shownIf?: readonly Condition[]): Question => ({
  ...always,
  id,
  stem: DIFFICULT,
  title,
  short,
  why: 'How often something happens tells us more than whether it ever does. Nothing here is added up.',
  usedBy: 'Your therapist, to prepare for your first session.',
  ifSkipped: whenWeMeet,
  maySayNo: true,
  ...(shownIf && { shownIf }),
  input: { kind: 'radios', options: HOW_OFTEN },
});

const vulva: readonly Condition[] = [{ question: 'E0', is: ['vulva'] }];
const penis: readonly Condition[] = [{ question: 'E0', is: ['penis'] }];
/** Somebody who has said that nothing hurts is not asked where. */
const mayHurt: readonly Condition[] = [{ question: 'E3-pain', unless: ['never', 'does-not-apply'] }];

const questions: readonly Question[] = [
  {
    ...always,
    id: 'E0',
    title: 'Which questions about the body should we show you?',
    short: 'Body questions to show',
    hint: 'Choose all that fit your body as it is. This only picks the questions: we never note it as your sex or your gender.',
    why: 'So that you are only asked what fits you.',
    usedBy: 'This form, to choose what comes next, and your therapist.',
    ifSkipped: 'We leave the questions about the body out.',
    input: {
      kind: 'checkboxes',
      options: [
        { value: 'vulva', label: 'About a vulva or vagina' },
        { value: 'penis', label: 'About a penis' },
        { value: 'prostate', label: 'About a prostate' },
        { value: 'describe', label: 'I have had surgery or hormones and will describe' },
        { value: 'none', label: 'None of these', alone: true },
      ],
    },
  },
  {
    ...always,
    id: 'E0-describe',
    title: 'What would you like us to know about your body?',
    short: 'About my body, in my words',
    hint: 'Use the words you like best. We will use them too. Nobody reads this straight away.',
    why: 'So that you don’t have to explain it all when we meet.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    shownIf: [{ question: 'E0', is: ['describe'] }],
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
  {
    ...always,
    id: 'E1',
    title: 'Is sex a part of your life now?',
    short: 'Sex a part of life now',
    hint: 'You decide what counts: alone or with others, with or without touch.',
    why: 'No answer is better than another. It tells us where you are.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'sometimes', label: 'Sometimes' },
        { value: 'no-by-choice', label: 'No, and that is my choice' },
        { value: 'no-not-by-choice', label: 'No, and that is not my choice' },
      ],
    },
  },
  {
    ...always,
    id: 'E2',
    title: 'How happy are you with your sex life as it is?',
    short: 'How happy with it',
    why: 'What counts is how it is for you. There is no right amount.',
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
  difficulty('E3-interest', 'Feeling interest in sex', 'Interest: difficult'),
  difficulty('E3-enjoyment', 'Enjoying it', 'Enjoyment: difficult'),
  difficulty('E3-arousal', 'Getting or staying aroused', 'Arousal: difficult'),
  difficulty('E3-worry', 'Worry during sex', 'Worry during sex'),
  difficulty('E3-pain', 'Pain during or after sex', 'Pain'),
  difficulty('E3-slow', 'Orgasm that comes slowly, or not at all', 'Orgasm slow or absent'),
  difficulty('E3-soon', 'Orgasm that comes too soon', 'Orgasm too soon'),
  difficulty('E4-dryness', 'Dryness of the vulva or vagina', 'Dryness', vulva),
  difficulty(
    'E4-penetration',
    'Letting something in: tightness, or fear of it',
    'Penetration: difficult',
    vulva,
  ),
  difficulty('E5-erection', 'Getting or keeping an erection', 'Erection: difficult', penis),
  {
    ...always,
    id: 'E6',
    title: 'If something hurts: where, and when?',
    short: 'Where and when it hurts',
    hint: 'For example, “at the start, near the entrance” or “the day after”. Nobody reads this straight away.',
    why: 'Where it hurts, and when, helps us to find out why.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    shownIf: mayHurt,
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
  {
    ...always,
    id: 'E6-despite',
    title: 'When it hurts, do you carry on despite it?',
    short: 'Carries on despite pain',
    hint: 'Many people do. You would not be the only one.',
    why: 'A body that expects pain guards itself. We would like to spare it that.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    shownIf: mayHurt,
    maySayNo: true,
    input: { kind: 'radios', options: HOW_OFTEN },
  },
  {
    ...always,
    id: 'E7',
    title: 'Is any of this on your mind?',
    short: 'On my mind',
    hint: 'Choose all that fit.',
    why: 'Worry about these can get between you and closeness.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    input: {
      kind: 'checkboxes',
      options: [
        { value: 'sti', label: 'An infection that is passed on through sex (an STI)' },
        { value: 'contraception', label: 'Contraception' },
        { value: 'pregnancy-plans', label: 'Plans for a pregnancy, or for no pregnancy' },
      ],
      ownWords: { label: 'Something else, in my own words', most: 300 },
    },
  },
  {
    ...always,
    id: 'E8',
    title: 'When you were young, what did you learn or hear about sex?',
    short: 'Early messages about sex',
    hint: 'At home, at school, from faith, from friends, or nothing at all. You don’t have to tell us of anything that was done to you.',
    why: 'Early messages stay with us, often without our noticing.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    inPerson: true,
    input: { kind: 'long-text', most: 2000, rows: 5 },
  },
  {
    ...always,
    id: 'E9',
    title: 'When you are with someone, do you feel free to say no, or to stop?',
    short: 'Free to say no or stop',
    why: 'Only what both want is good for either. If it is hard to say no, we begin there.',
    usedBy: 'Your therapist, before you first meet.',
    ifSkipped: 'Nothing happens. You can talk about it when we meet.',
    ifRisk: 'If you say rarely or never, your therapist sees it before you first meet, and asks you gently.',
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'always', label: 'Always' },
        { value: 'mostly', label: 'Mostly' },
        { value: 'sometimes', label: 'Sometimes' },
        { value: 'rarely', label: 'Rarely' },
        { value: 'never', label: 'Never' },
      ],
    },
  },
];

export const sexualWellbeing: Section = {
  number: '7',
  title: 'Sexual wellbeing',
  pack: 'sexual-wellbeing',
  opening: {
    title: 'Sexual wellbeing',
    text: [
      'The next pages ask about sex and about your body, in plain words. Some ask about pain and about saying no. There are at most {questions} questions, and most people need about {minutes} minutes.',
      'You can skip any of them, or all of them. What you leave out, you can say when we meet, or not at all.',
      'Choose a moment when nobody looks over your shoulder. You can stop at any page: what you have answered is kept.',
    ],
  },
  pages: [
    ['E0'],
    ['E0-describe'],
    ['E1'],
    ['E2'],
    ['E3-interest', 'E3-enjoyment', 'E3-arousal', 'E3-worry'],
    ['E3-pain', 'E3-slow', 'E3-soon'],
    ['E4-dryness', 'E4-penetration'],
    ['E5-erection'],
    ['E6', 'E6-despite'],
    ['E7'],
    ['E8'],
    ['E9'],
  ],
  questions,
};
