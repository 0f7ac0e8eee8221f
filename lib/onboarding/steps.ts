// The client's journey, whole, in one list: what comes when, what must be true first, and when it counts as done.

import type { DocumentSlug } from '@/lib/documents/document-text';
import { type DocumentFacts, documentsThatApply } from '@/lib/documents/documents-that-apply';
import { holds, type Standing } from '@/lib/documents/standing';
import { isDone, type SectionState } from '@/lib/forms/section-done';
import { CHAPTER_SLUGS } from '@/lib/guide/chapter';

/** What is stored about a client, as far as the journey depends on it. */
export type JourneyFacts = {
  /** How many chapters of the guide they have read to the end. */
  chaptersRead: number;
  /** `About you first`, as far as documents and clinicians depend on it. */
  about: DocumentFacts;
  /** State of each section of the forms that this clinic asks, by its number. */
  sections: Readonly<Record<string, SectionState>>;
  /** How each document stands that was ever signed, by its slug. */
  documents: Readonly<Record<string, Standing>>;
  /** Has an active appointment, or came to one. */
  booked: boolean;
  /** No time could be offered, and they asked to be given one: `open` until staff have been in touch. */
  timeAsked: 'open' | 'done' | null;
  /** On the waiting list for a time that suits them. */
  waits: boolean;
  /** Has sent the intake. */
  sent: boolean;
  /** The clinic cannot take this person: too young, or nobody licensed where they are. */
  notForUs: boolean;
  /** Their way here has ended: nothing is left to do. */
  ended?: 'declined' | 'closed' | null;
};

export type StepState = 'completed' | 'in-progress' | 'not-started' | 'awaited' | 'cannot-start';

export type Step = {
  /** Names its words in the catalogue. */
  id: string;
  part: 'before-booking' | 'booking' | 'before-session' | 'sending';
  /** Shown together within its part, under a heading of their own. */
  group?: 'documents' | 'forms';
  path: string;
  /** The document that is signed in this step. */
  document?: DocumentSlug;
  /** Offered, never forced: later steps don't wait for it. */
  optional?: boolean;
  /** Ids of the steps that come first. */
  after: readonly string[];
  /** Later steps may start although it is not done. */
  letsOn?: (facts: JourneyFacts) => boolean;
  applies: (facts: JourneyFacts) => boolean;
  done: (facts: JourneyFacts) => boolean;
  /** Done by leaving all of it to talk about. */
  left?: (facts: JourneyFacts) => boolean;
  begun?: (facts: JourneyFacts) => boolean;
  /** Nothing is left for the client to do here: somebody gets in touch with them. */
  awaited?: (facts: JourneyFacts) => boolean;
  /** How far somebody has come who has begun. */
  progress?: (facts: JourneyFacts) => { done: number; of: number };
};

const always = () => true;

const section = (number: string, id: string, rest: Pick<Step, 'part' | 'after'> & Partial<Step>): Step => ({
  id,
  path: `/forms/${number}/1`,
  // What was left out when the forms were sent is no task any more.
  applies: ({ sent, sections }) => !sent || isDone(sections[number]),
  done: (facts) => isDone(facts.sections[number]),
  left: (facts) => facts.sections[number] === 'left',
  begun: (facts) => facts.sections[number] === 'in-progress',
  ...(id.startsWith('forms.') && { group: 'forms' }),
  ...rest,
});

/** A section that a clinic may leave out. */
const pack = (number: string, id: string): Step => {
  const step = section(number, id, { part: 'before-session', after: ['book'] });
  return { ...step, applies: (facts) => facts.sections[number] !== undefined && step.applies(facts) };
};

const document = (slug: DocumentSlug, after: readonly string[]): Step => ({
  id: `document.${slug}`,
  part: 'before-booking',
  group: 'documents',
  path: `/documents/${slug}`,
  document: slug,
  after,
  optional: false,
  applies: ({ about }) => documentsThatApply(about).some((each) => each.slug === slug),
  done: ({ documents }) => holds(documents[slug] ?? 'unsigned'),
});

const FIRST = ['about-first'];
const SIGNABLE = ['about-first', 'document.electronic-records'];
const SHORT_FORMS = ['forms.contact', 'forms.about', 'forms.what-brings-you', 'forms.safety'];
/** Documents that a first session cannot be booked without, as far as they apply. */
export const AGREED: readonly string[] = [
  'document.electronic-records',
  'document.information',
  'document.agreement',
  'document.video',
  'document.fees',
];

/** The whole order. A step may start when every step it comes after that applies is done. */
export const STEPS: readonly Step[] = [
  {
    id: 'guide',
    part: 'before-booking',
    path: '/guide/starting',
    optional: true,
    after: [],
    applies: always,
    done: ({ chaptersRead }) => chaptersRead >= CHAPTER_SLUGS.length,
    begun: ({ chaptersRead }) => chaptersRead > 0,
    progress: ({ chaptersRead }) => ({ done: chaptersRead, of: CHAPTER_SLUGS.length }),
  },
  section('1', 'about-first', { part: 'before-booking', after: [] }),
  document('electronic-records', FIRST),
  // Nothing waits for it, so that nobody is kept out; but it is there to be read, and so it is led to.
  document('privacy', SIGNABLE),
  document('information', SIGNABLE),
  document('agreement', SIGNABLE),
  document('video', SIGNABLE),
  { ...document('messages', SIGNABLE), optional: true },
  document('fees', SIGNABLE),
  { ...document('couples', SIGNABLE), optional: true },
  section('2', 'forms.contact', { part: 'before-booking', after: FIRST }),
  section('3', 'forms.about', { part: 'before-booking', after: FIRST }),
  section('4', 'forms.what-brings-you', { part: 'before-booking', after: FIRST }),
  section('5', 'forms.safety', { part: 'before-booking', after: FIRST }),
  {
    id: 'book',
    part: 'booking',
    path: '/schedule',
    after: ['about-first', ...AGREED, ...SHORT_FORMS],
    applies: always,
    done: ({ booked }) => booked,
    letsOn: ({ timeAsked, waits }) => timeAsked !== null || waits,
    awaited: ({ timeAsked, waits }) => timeAsked === 'open' || waits,
  },
  pack('6', 'forms.relationships'),
  pack('7', 'forms.wellbeing'),
  pack('8', 'forms.health'),
  pack('9', 'forms.mood'),
  pack('10', 'forms.alcohol'),
  pack('11', 'forms.experiences'),
  section('12', 'forms.hopes', { part: 'before-session', after: ['book'] }),
  {
    id: 'send',
    part: 'sending',
    path: '/forms/check',
    after: ['book'],
    applies: always,
    done: ({ sent }) => sent,
  },
];
