// Section 9, mood: two official questionnaires in their own words, what was tried before, and one item that is never left unseen.
import type { Instrument, Option, Question, Section } from '@/lib/forms/question';

const always = { audience: 'clinical', retention: 'record', ifRisk: 'Nothing.' } as const;
const whenWeMeet = 'You can tell us when we meet.';

/** LOINC list LL358-3. */
const HOW_OFTEN: readonly Option[] = [
  { value: '0', label: 'Not at all', code: 'LA6568-5', score: 0 },
  { value: '1', label: 'Several days', code: 'LA6569-3', score: 1 },
  { value: '2', label: 'More than half the days', code: 'LA6570-1', score: 2 },
  { value: '3', label: 'Nearly every day', code: 'LA6571-9', score: 3 },
];

/** The licence, as their makers give it: shown with the questions, on screen and in print. */
const NOTICE =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

const scored = {
  ...always,
  why: 'These questions are used around the world, so we ask them in their own words. They show how hard things are now, and later whether they get easier. They are no test.',
  usedBy: 'Your therapist. If it looks very hard for you, the clinician on call too.',
  ifSkipped: 'Nothing happens. You can talk about it when we meet.',
  ifRisk:
    'If your answers together point to a very hard time, a clinician is told at once and tries to reach you by the safest way.',
} as const;

/** Ids are neutral: they stand in addresses and in the page. `Gp1` to `Gp9` are PHQ-9, `Ga1` to `Ga7` GAD-7. */
const phq = (id: string, code: string, title: string, short: string): Question => ({
  ...scored,
  id,
  code,
  title,
  short,
  instrument: 'PHQ-9',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  input: { kind: 'radios', options: HOW_OFTEN },
});

const gad = (id: string, code: string, title: string, short: string): Question => ({
  ...scored,
  id,
  code,
  title,
  short,
  usedBy: 'Your therapist, before you first meet.',
  ifRisk: 'If it is very hard for you, your therapist sees it before you first meet.',
  instrument: 'GAD-7',
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  input: { kind: 'radios', options: HOW_OFTEN },
});

const questions: readonly Question[] = [
  phq('Gp1', '44250-9', 'Little interest or pleasure in doing things', 'Little interest or pleasure'),
  phq('Gp2', '44255-8', 'Feeling down, depressed, or hopeless', 'Down, depressed, hopeless'),
  phq('Gp3', '44259-0', 'Trouble falling or staying asleep, or sleeping too much', 'Sleep'),
  phq('Gp4', '44254-1', 'Feeling tired or having little energy', 'Tired, little energy'),
  phq('Gp5', '44251-7', 'Poor appetite or overeating', 'Appetite'),
  phq(
    'Gp6',
    '44258-2',
    'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    'Feeling bad about yourself',
  ),
  phq(
    'Gp7',
    '44252-5',
    'Trouble concentrating on things, such as reading the newspaper or watching television',
    'Trouble concentrating',
  ),
  phq(
    'Gp8',
    '44253-3',
    'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    'Slow, or restless',
  ),
  {
    ...phq(
      'Gp9',
      '44260-8',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
      'Thoughts of being better off dead, or of hurting yourself',
    ),
    why: 'Many people have such thoughts at a hard time. We ask everyone, so that nobody is alone with them.',
    usedBy: 'Your therapist, and the clinician on call if you say anything but “Not at all”.',
    ifSkipped: 'Your therapist sees that you left it open, and asks you when you first meet.',
    ifRisk:
      'If you say anything but “Not at all”, a clinician is told at once and tries to reach you by the safest way.',
  },
  {
    ...scored,
    ifRisk: 'Nothing.',
    usedBy: 'Your therapist.',
    id: 'Gp-difficulty',
    code: '69722-7',
    instrument: 'PHQ-9',
    title:
      'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
    short: 'How difficult these problems made things',
    input: {
      kind: 'radios',
      // LOINC list LL357-5: the codes of the last two are not in the order of their words.
      options: [
        { value: '0', label: 'Not difficult at all', code: 'LA6572-7' },
        { value: '1', label: 'Somewhat difficult', code: 'LA6573-5' },
        { value: '2', label: 'Very difficult', code: 'LA6575-0' },
        { value: '3', label: 'Extremely difficult', code: 'LA6574-3' },
      ],
    },
  },
  gad('Ga1', '69725-0', 'Feeling nervous, anxious or on edge', 'Nervous, anxious, on edge'),
  gad('Ga2', '68509-9', 'Not being able to stop or control worrying', 'Can’t stop worrying'),
  gad('Ga3', '69733-4', 'Worrying too much about different things', 'Worrying too much'),
  gad('Ga4', '69734-2', 'Trouble relaxing', 'Trouble relaxing'),
  gad('Ga5', '69735-9', 'Being so restless that it is hard to sit still', 'Hard to sit still'),
  gad('Ga6', '69689-8', 'Becoming easily annoyed or irritable', 'Easily annoyed'),
  gad('Ga7', '69736-7', 'Feeling afraid as if something awful might happen', 'Afraid of something awful'),
  {
    ...always,
    id: 'G1',
    title: 'Have you been in therapy before? What helped, and what didn’t?',
    short: 'Therapy before',
    hint: '“Never” is an answer too. Nobody reads this straight away.',
    why: 'So that we do more of what helped, and none of what didn’t.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    input: { kind: 'long-text', most: 2000, rows: 5 },
  },
  {
    ...always,
    id: 'G2',
    title: 'Who else helps you with your health or your mood now?',
    short: 'Others who help now',
    hint: 'For example, a doctor, a midwife or another therapist. We speak to none of them without asking you.',
    why: 'So that two people don’t pull you two ways.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
  {
    ...always,
    id: 'G3',
    title: 'Are there diagnoses that you want us to know of?',
    short: 'Diagnoses to know of',
    hint: 'Only those you want to name, whether or not you agree with them.',
    why: 'They can change how we work with you. They don’t change how we see you.',
    usedBy: 'Your therapist.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    inPerson: true,
    input: { kind: 'long-text', most: 2000, rows: 4 },
  },
];

export const mood: Section = {
  number: '9',
  title: 'Mood',
  pack: 'mood',
  opening: {
    title: 'Mood',
    text: [
      'The next pages are about how you have felt lately. They may ask about thoughts of death and of hurting yourself. There are {questions} questions, most of them short, and most people need about {minutes} minutes.',
      'You can skip any of them, or all of them. No answer here shuts you out.',
      'If an answer worries us, a clinician is told as soon as you press Continue, and tries to reach you in the way you choose.',
    ],
  },
  pages: [
    ['Gp1', 'Gp2', 'Gp3', 'Gp4'],
    ['Gp5', 'Gp6', 'Gp7', 'Gp8'],
    // Alone, so that what it says is known on its own Continue.
    ['Gp9'],
    ['Gp-difficulty'],
    ['Ga1', 'Ga2', 'Ga3', 'Ga4'],
    ['Ga5', 'Ga6', 'Ga7'],
    ['G1'],
    ['G2'],
    ['G3'],
  ],
  questions,
};

/** Kroenke, Spitzer & Williams 2001. */
export const phq9: Instrument = {
  id: 'PHQ-9',
  title: 'PHQ-9 (depression)',
  code: '44249-1',
  totalCode: '44261-6',
  notice: NOTICE,
  items: ['Gp1', 'Gp2', 'Gp3', 'Gp4', 'Gp5', 'Gp6', 'Gp7', 'Gp8', 'Gp9'],
  unscored: ['Gp-difficulty'],
  bands: [
    { from: 0, to: 4, name: 'minimal' },
    { from: 5, to: 9, name: 'mild' },
    { from: 10, to: 14, name: 'moderate' },
    { from: 15, to: 19, name: 'moderately severe' },
    { from: 20, to: 27, name: 'severe' },
  ],
};

/** Spitzer, Kroenke, Williams & Löwe 2006. */
export const gad7: Instrument = {
  id: 'GAD-7',
  title: 'GAD-7 (anxiety)',
  code: '69737-5',
  totalCode: '70274-6',
  notice: NOTICE,
  items: ['Ga1', 'Ga2', 'Ga3', 'Ga4', 'Ga5', 'Ga6', 'Ga7'],
  bands: [
    { from: 0, to: 4, name: 'minimal' },
    { from: 5, to: 9, name: 'mild' },
    { from: 10, to: 14, name: 'moderate' },
    { from: 15, to: 21, name: 'severe' },
  ],
};
