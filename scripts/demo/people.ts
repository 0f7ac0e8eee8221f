// Made-up people at every stage of the way. None of them is or was anybody; what they say is made up too.
import type { ChapterSlug } from '@/lib/guide/chapter';
import type { StatusVerb } from '@/lib/review/status';
import type { WaitlistWishes } from '@/lib/scheduling/waitlist-wishes';
import type { Given } from './live-through';
import type { MadeUpStaffNote } from './take-notes';

/** How far somebody has come. Each takes in the ones before it. */
export type Reached = 'first-answers' | 'agreed' | 'forms' | 'booked' | 'sent';

export type MadeUpNote = { chapter: ChapterSlug; question: string; text: string; shared?: boolean };

export type MadeUpPerson = {
  email: string;
  /** Hours before now at which they began, and at which they sent. */
  began: number;
  sent?: number;
  reached: Reached;
  /** They stop at the end of this section, or in it. */
  upTo?: { section: string; confirmed: boolean };
  /** Sections they never opened. */
  leavesOut?: readonly string[];
  /** Questions they passed by. */
  leavesOpen?: readonly string[];
  /** Days from when they began to the first time they would take. */
  sessionIn?: number;
  zone?: string;
  /** No time suits them: what they wait for. */
  waits?: Pick<WaitlistWishes, 'weekdays' | 'partsOfDay'>;
  answers: Given;
  /** What the clinic did, each so many hours before now. */
  review?: readonly (readonly [hoursAgo: number, verb: StatusVerb])[];
  /** What the clinician wrote down about them, each so many hours before now. */
  written?: readonly (readonly [hoursAgo: number, note: MadeUpStaffNote])[];
  /** What they keep of the guide, each shared or not. */
  notes?: readonly MadeUpNote[];
  /** What became of their session, where its time is past. */
  came?: 'attended' | 'missed';
  /** What became of their danger signs; `tried`: they could not be reached so far, and the lead has taken it over. */
  flags?: 'acknowledged' | 'tried' | 'closed';
};

const NEW_YORK = { A8: 'US', 'A8-us': 'US-NY' };
const CALIFORNIA = { A8: 'US', 'A8-us': 'US-CA' };
const ENGLAND = { A8: 'GB', 'A8-gb': 'GB-ENG' };
const FRIEND = { name: 'Somebody Else (made up)', relationship: 'Friend', phone: '+1 212 555 0199' };

/** The items of an instrument, one figure each; a dash leaves one out. */
function items(letters: string, figures: string): Given {
  return Object.fromEntries(
    [...figures].flatMap((figure, at) => (figure === '-' ? [] : [[`${letters}${at + 1}`, figure]])),
  );
}

const frequencies = (given: Record<string, string>): Given =>
  Object.fromEntries(Object.entries(given).map(([what, often]) => [`E3-${what}`, often]));

/** What everybody answers, unless their own answers say otherwise. */
const usual: Given = {
  A1: 'only-me',
  ...NEW_YORK,
  B3: '1988-05-17',
  B10: 'self-pay',
  C8: 'alone',
  format: 'video',
  A2: '+1 212 555 0123',
  A3: ['text', 'voicemail'],
  A4: 'email',
  A5: ['evenings'],
  A6: 'none',
  A9: FRIEND,
  A10: 'worried',
  B4: ['they'],
  B5: ['own:Made up'],
  B7: { language: 'en', interpreter: 'no' },
  C1: 'This is a made-up answer, so that you can see where one stands.',
  C2: ['closeness', 'worry'],
  C3: '6-12-months',
  C4: ['some-situations'],
  C5: '3',
  J1: 'yes',
  J2: 'no',
  J3: 'never',
  J4: 'no',
  J5: { way: 'text', details: 'After six in the evening.' },
  D1: ['partner', 'living-together'],
  D2: 'monogamous',
  D3: 'yes',
  D4: 'Six years (made up)',
  D5: '3',
  D7: 'yes',
  E0: ['vulva'],
  E1: 'sometimes',
  E2: '2',
  ...frequencies({ interest: 'often', enjoyment: 'sometimes', arousal: 'sometimes', worry: 'often' }),
  ...frequencies({ pain: 'never', slow: 'sometimes', soon: 'never' }),
  'E4-dryness': 'sometimes',
  'E4-penetration': 'never',
  E9: 'always',
  F1: ['none'],
  F2: 'None at the moment. (Made up.)',
  F3: 'none',
  F4: 'no',
  F5: ['none'],
  ...items('Gp', '110100100'),
  'Gp-difficulty': '1',
  ...items('Ga', '2110010'),
  G1: 'Never. (Made up.)',
  Ha1: 'monthly',
  Ha2: '1-2',
  Ha3: 'never',
  H4: 'never',
  H5: 'no',
  I0: 'nothing',
  K1: { first: 'To talk about it without a knot in my stomach.' },
  K3: ['embarrassed'],
  K4: ['time', 'gentle'],
  K6: 'some',
};

const person = (name: string, rest: Omit<MadeUpPerson, 'email'>): MadeUpPerson => ({
  ...rest,
  email: `${name.split(' ')[0]?.toLowerCase()}@demo.example`,
  answers: without(rest.leavesOpen, { ...usual, B1: `${name} (made up)`, ...rest.answers }),
});

const without = (left: readonly string[] = [], given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([id]) => !left.includes(id)));

export const demoPeople: readonly MadeUpPerson[] = [
  person('Ash Example', {
    ...{ began: 5, reached: 'first-answers', upTo: { section: '1', confirmed: false } },
    answers: {},
  }),
  person('Blair Sample', {
    ...{ began: 30, reached: 'agreed', upTo: { section: '1', confirmed: true } },
    answers: { ...CALIFORNIA, A4: 'site' },
  }),
  person('Casey Placeholder', {
    ...{ began: 2, reached: 'forms', upTo: { section: '5', confirmed: false } },
    answers: {
      A1: 'others',
      A4: 'text',
      A3: ['text'],
      A7: 'Please never call the number on my insurance card. (Made up.)',
      J1: 'not-sure',
      J3: 'past-3-months',
      J5: { way: 'text', details: 'Only between ten and three.' },
    },
  }),
  person('Noel Make-Believe', {
    ...{ began: 60, reached: 'forms', zone: 'America/New_York' },
    waits: { weekdays: [7], partsOfDay: ['evening'] },
    answers: {},
  }),
  person('Devon Fictional', {
    ...{ began: 52, reached: 'booked', sessionIn: 6, zone: 'Europe/London' },
    answers: { ...ENGLAND, B10: 'not-sure', A2: '+44 20 7946 0123' },
  }),
  person('Ellis Invented', {
    // Long enough ago for a flag nobody has seen to have been told again, whichever day it is.
    ...{ began: 124, sent: 100, reached: 'sent', sessionIn: 10 },
    answers: {
      A1: 'not-sure',
      A4: 'site',
      A7: 'My former partner, whatever they say. (Made up.)',
      J1: 'mostly',
      J2: 'yes',
      C2: ['pain', 'worry', 'past'],
      C5: '5',
      D5: '1',
      D7: 'no',
      E1: 'no-not-by-choice',
      'E3-pain': 'always',
      'E4-penetration': 'always',
      E6: 'At the entrance, like a burn, from the first touch on. (Made up.)',
      'E6-despite': 'often',
      E9: 'rarely',
      F1: ['womb-vulva', 'sleep'],
      F4: 'yes',
      F5: ['pelvic-pain'],
      ...items('Gp', '222222211'),
      'Gp-difficulty': '2',
      ...items('Ga', '3332211'),
      I0: 'a-little',
      I1: 'A seat from which I see the door. (Made up.)',
      I2: 'yes',
      Ip0: 'yes',
      ...{ Ip1: 'yes', Ip2: 'yes', Ip3: 'yes', Ip4: 'no', Ip5: 'yes' },
    },
  }),
  person('Frankie Imaginary', {
    ...{ began: 76, sent: 70, reached: 'sent', sessionIn: 5 },
    answers: {
      J1: 'not-sure',
      C8: 'partner',
      C2: ['different-amounts', 'closeness'],
      C5: '4',
      Ha1: '2-3-a-week',
      Ha2: '3-4',
      Ha3: 'monthly',
    },
    // Seven of nine: no total, and "at least".
    leavesOpen: ['Gp3', 'Gp7'],
  }),
  person('Gray Pretend', {
    ...{ began: 9, sent: 7, reached: 'sent', sessionIn: 2, zone: 'America/Los_Angeles' },
    answers: {
      ...CALIFORNIA,
      B4: { state: 'declined' },
      B5: { state: 'declined' },
      B6: { state: 'declined' },
      C1: { state: 'in-person' },
      C3: { state: 'declined' },
      J2: { state: 'declined' },
      D1: { state: 'declined' },
      D2: { state: 'declined' },
      E8: { state: 'in-person' },
      H4: { state: 'in-person' },
      I0: { state: 'in-person' },
      G3: { state: 'in-person' },
    },
    leavesOut: ['9'],
  }),
  person('Harper Testcase', {
    ...{ began: 124, sent: 120, reached: 'sent', sessionIn: 7 },
    answers: {
      J3: 'past-year',
      C2: ['interest-lower', 'body-change'],
      C5: '4',
      E0: ['penis', 'prostate'],
      'E5-erection': 'often',
      F1: ['cancer', 'prostate-bladder'],
      F2: 'A tablet for the prostate, I forget its name. (Made up.)',
      'F2-kinds': ['anti-androgen'],
      F4: 'yes',
    },
    notes: [
      {
        chapter: 'trust',
        question: 'trust-safe',
        text: 'To know beforehand what will be asked. (Made up.)',
        shared: true,
      },
      {
        chapter: 'time',
        question: 'time-first-change',
        text: 'That I sleep through a Sunday. (Made up, and theirs alone.)',
      },
    ],
    flags: 'tried',
    review: [[48, 'begin-review']],
    written: [
      [
        47,
        {
          text: 'Began with anti-androgen treatment about a year ago, by their own account. Would like to know what is from the tablet and what is not. Ask for the name of it at the first session, and for consent to write to the prescriber. (Made up.)',
        },
      ],
    ],
  }),
  person('Indigo Mockup', {
    ...{ began: 170, sent: 168, reached: 'sent', sessionIn: 9, zone: 'Europe/London' },
    answers: { ...ENGLAND, C1: { state: 'in-person' }, B10: 'not-sure', A2: '+44 20 7946 0124' },
    review: [
      [100, 'begin-review'],
      [96, 'ask-for-more'],
    ],
  }),
  person('Jamie Specimen', {
    ...{ began: 200, sent: 198, reached: 'sent', sessionIn: 11 },
    answers: { format: 'in-person', J1: 'not-sure', C2: ['not-known'] },
    flags: 'closed',
    review: [
      [150, 'begin-review'],
      [120, 'accept'],
    ],
    written: [
      [
        149,
        {
          text: 'Spoke by phone for 10 minutes about what they wrote on safety. Not sure, rather than afraid; nobody has threatened them. Knows whom to call at night. Agreed to come back to it in the second session.\n\n(Made up.)',
          putRight:
            'Spoke by phone for 10 minutes about what they wrote on safety. Not sure, rather than afraid; nobody has threatened them. Knows whom to call at night. Agreed to come back to it in the first session, alone.\n\n(Made up.)',
        },
      ],
      [119, { text: 'Fits what we do. First session in person, 60 minutes, alone. (Made up.)' }],
      [
        118,
        {
          text: 'I hurry when somebody is this polite. Slow down with them. (Made up.)',
          forThemselves: true,
        },
      ],
    ],
  }),
  person('Kit Stand-In', {
    came: 'attended',
    ...{ began: 500, sent: 490, reached: 'sent', sessionIn: 14, zone: 'America/Los_Angeles' },
    answers: { ...CALIFORNIA, C8: 'partner', C2: ['betrayal', 'closeness'] },
    review: [
      [480, 'begin-review'],
      [470, 'accept'],
      [460, 'assign'],
    ],
    written: [
      [469, { text: 'Comes with their partner; each wants a first session alone as well. (Made up.)' }],
    ],
  }),
  person('Noor Invention', {
    came: 'missed',
    ...{ began: 290, sent: 285, reached: 'sent', sessionIn: 6 },
    answers: { C2: ['closeness'], format: 'in-person' },
    review: [
      [280, 'begin-review'],
      [270, 'accept'],
    ],
  }),
  person('Lane Made-Up', {
    came: 'attended',
    ...{ began: 1400, sent: 1390, reached: 'sent', sessionIn: 10 },
    answers: { C2: ['orgasm-hard'], K8: 'Thank you for asking. (Made up.)' },
    review: [
      [1380, 'begin-review'],
      [1370, 'accept'],
      [1360, 'assign'],
      [60, 'close'],
    ],
  }),
  person('Morgan Nobody', {
    ...{ began: 700, sent: 690, reached: 'sent', sessionIn: 8 },
    answers: { C2: ['own:Something this clinic does not do (made up)'] },
    review: [
      [660, 'begin-review'],
      [640, 'decline'],
    ],
  }),
];
