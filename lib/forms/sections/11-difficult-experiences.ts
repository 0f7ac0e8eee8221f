// Section 11, difficult experiences: nothing is asked before somebody has said that they want to be asked, and never what happened.
import type { Condition, Instrument, Option, Question, Section } from '@/lib/forms/question';

const always = { audience: 'clinical', retention: 'record', ifRisk: 'Nothing.' } as const;
const whenWeMeet = 'You can tell us when we meet.';

const optedIn: readonly Condition[] = [{ question: 'I0', is: ['a-little'] }];
const wantsQuestions: readonly Condition[] = [...optedIn, { question: 'I2', is: ['yes'] }];
/** Its own rule: who has been through no such thing is asked no more, and the total is 0. */
const afterEvent: readonly Condition[] = [...wantsQuestions, { question: 'Ip0', unless: ['no'] }];

/** Local codes: LOINC has none of them. */
const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes', score: 1 },
  { value: 'no', label: 'No', score: 0 },
];

const screen = {
  ...always,
  why: 'These questions are used around the world, so we ask them in their own words. They show whether something from the past still weighs on the present.',
  usedBy: 'Your therapist, before you first meet.',
  ifSkipped: 'Nothing happens. You can talk about it when we meet, or not at all.',
  ifRisk: 'If a lot of it fits, your therapist sees it before you first meet, and goes gently.',
  instrument: 'PC-PTSD-5',
} as const;

const item = (number: number, title: string, short: string): Question => ({
  ...screen,
  id: `Ip${number}`,
  code: `pc-ptsd-5-${number}`,
  title,
  short,
  stem: 'In the past month, have you…',
  shownIf: afterEvent,
  input: { kind: 'radios', options: YES_NO },
});

const questions: readonly Question[] = [
  {
    ...always,
    id: 'I0',
    title: 'You do not have to tell us anything. How would you like to go about this?',
    short: 'How to go about it',
    hint: 'This is about things that frightened or hurt you, at any time. You can change your mind at any page.',
    why: 'You decide what is said, when, and to whom.',
    usedBy: 'Your therapist, to begin in the way you choose.',
    ifSkipped: 'We ask nothing more about it here. You can talk about it when we meet, or not at all.',
    inPerson: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'a-little', label: 'I’d like to say a little now' },
        { value: 'nothing', label: 'I have nothing to share' },
      ],
    },
  },
  {
    ...always,
    id: 'I1',
    title: 'What would help you feel safer in sessions?',
    short: 'What would feel safer',
    hint: 'For example, where you sit, a sign to stop, or what nobody should bring up. You don’t have to say what happened. Nobody reads this straight away.',
    why: 'So that it is safe from the first minute.',
    usedBy: 'Your therapist, before you first meet.',
    ifSkipped: whenWeMeet,
    ifRisk: 'Nobody reads this straight away, and nothing is searched for danger.',
    shownIf: optedIn,
    input: { kind: 'long-text', most: 2000, rows: 5 },
  },
  {
    ...always,
    id: 'I2',
    title: 'Would you like to answer five short questions about the past month?',
    short: 'Wants five short questions',
    hint: 'They can be answered with yes or no. Before them comes one about whether something like this ever happened to you. None asks for details.',
    why: 'Some people find it easier to tick than to tell.',
    usedBy: 'This form, to show the questions or leave them out.',
    ifSkipped: 'We leave the five questions out.',
    shownIf: optedIn,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes, show me the questions' },
        { value: 'no', label: 'No, not now' },
      ],
    },
  },
  {
    ...screen,
    id: 'Ip0',
    code: 'pc-ptsd-5-event',
    title: 'Have you ever experienced this kind of event?',
    short: 'Ever such an event',
    stem: 'Sometimes things happen to people that are unusually or especially frightening, horrible, or traumatic.',
    hint: 'For example: a serious accident or fire; a physical or sexual assault or abuse; an earthquake or flood; a war; seeing someone be killed or seriously injured; having a loved one die through homicide or suicide.',
    shownIf: wantsQuestions,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  },
  item(
    1,
    'Had nightmares about the event(s) or thought about the event(s) when you did not want to?',
    'Nightmares or unwanted thoughts',
  ),
  item(
    2,
    'Tried hard not to think about the event(s) or went out of your way to avoid situations that reminded you of the event(s)?',
    'Avoiding reminders',
  ),
  item(3, 'Been constantly on guard, watchful, or easily startled?', 'On guard, easily startled'),
  item(4, 'Felt numb or detached from people, activities, or your surroundings?', 'Numb or detached'),
  item(
    5,
    'Felt guilty or unable to stop blaming yourself or others for the event(s) or any problems the event(s) may have caused?',
    'Guilt or blame',
  ),
];

export const difficultExperiences: Section = {
  number: '11',
  title: 'Difficult experiences',
  pack: 'difficult-experiences',
  opening: {
    title: 'Difficult experiences',
    text: [
      'The next page asks whether you would like to say anything about hard things in your life. It is up to you. If you would, there are at most {questions} questions, and most people need about {minutes} minutes.',
      'You can skip any of them, or all of them. We never ask here what happened.',
      'If it stirs something up, stop. Put your feet on the floor, look around you, and come back another day, or not at all.',
    ],
  },
  pages: [['I0'], ['I1'], ['I2'], ['Ip0'], ['Ip1', 'Ip2', 'Ip3', 'Ip4', 'Ip5']],
  questions,
};

/** Prins et al. 2016, National Center for PTSD: in the public domain. */
export const pcPtsd5: Instrument = {
  id: 'PC-PTSD-5',
  title: 'PC-PTSD-5 (after a traumatic event)',
  notice:
    'Primary Care PTSD Screen for DSM-5, National Center for PTSD, U.S. Department of Veterans Affairs.',
  items: ['Ip1', 'Ip2', 'Ip3', 'Ip4', 'Ip5'],
  unscored: ['Ip0'],
  endsAt: { question: 'Ip0', is: 'no' },
  bands: [
    { from: 0, to: 2, name: 'below the line' },
    { from: 3, to: 5, name: 'look closer' },
  ],
};
