// What a question is: data from which its page, its check page, the staff's view, the print and the export are all made.
import type { Pack } from '@/lib/clinic/packs';

/**
 * What became of a question. *Declined* is "prefer not to say"; *in person* is "I'd rather talk about this in person";
 * *not shown* is fixed when the forms are sent. The five are never mixed up.
 */
export const STATES = ['answered', 'declined', 'in-person', 'not-answered', 'not-shown'] as const;
export type State = (typeof STATES)[number];

/**
 * Text and one choice: a string (a choice's code; a date as `1990-04-03`). Any of several: codes, own words as
 * `own:…`. A group of fields: a string a field.
 */
export type AnswerValue = string | string[] | Record<string, string>;
export type Answer = { state: State; value?: AnswerValue };
/** By question id. A question that isn't there was never reached. */
export type Answers = ReadonlyMap<string, Answer>;

/** Own words stand among the codes of a choice behind this. No code has a colon. */
export const OWN = 'own:';
/** What a choice sends for "Prefer not to say"; stored as a state, never as a value. */
export const SAYS_NO = 'prefer-not-to-say';
/** What a choice of one sends for "I'd rather talk about this in person"; stored as a state too. */
export const RATHER_IN_PERSON = 'in-person';

export type Option = {
  value: string;
  label: string;
  hint?: string;
  /** LOINC or another code, for the export. */
  code?: string;
  /** What it counts in an instrument. */
  score?: number;
  /** Of any of several: chosen, no other is, such as "None of these". */
  alone?: true;
};

/** One thing to fill in. `id` is unique within its question. */
export type Field = {
  id: string;
  label: string;
  hint?: string;
  mayStayEmpty?: true;
  /** It may stay empty unless another field of the group says one of these. */
  neededIf?: { field: string; is: readonly string[] };
  /** It must be filled in unless another field of the group says one of these; then what stands in it is left out. */
  emptyIf?: { field: string; is: readonly string[] };
} & Input;

export type Input =
  | {
      kind: 'text';
      most: number;
      autocomplete?: string;
      inputMode?: 'tel' | 'email' | 'numeric';
      looksLike?: 'phone';
      size?: 'short' | 'medium' | 'full';
    }
  | { kind: 'long-text'; most: number; rows?: number }
  | { kind: 'radios'; options: readonly Option[]; ownWords?: OwnWords }
  | { kind: 'select'; options: readonly Option[]; autocomplete?: string }
  | { kind: 'checkboxes'; options: readonly Option[]; ownWords?: OwnWords }
  | { kind: 'date'; birthday?: true };

/** A line beside the choices for what none of them says. */
export type OwnWords = { label: string; most: number };

/** All of them must hold. A question that isn't shown holds nothing. */
export type Condition =
  | { question: string; is: readonly string[] }
  | { question: string; answered: true }
  /** Shown, and not answered with one of these: left open, it holds. */
  | { question: string; unless: readonly string[] }
  /** Shown, and not answered with these and nothing beside them: left open, it holds. */
  | { question: string; unlessOnly: readonly string[] }
  /** Of a group: answered, and this field says none of these. */
  | { question: string; field: string; isNot: readonly string[] };

export type Audience = 'all-staff' | 'clinical';

export type Question = {
  id: string;
  /** The page's heading. `{email}` stands for the client's own address. */
  title: string;
  /** The words before a group of questions: with them, they are the page's heading, and the title stands below. */
  stem?: string;
  /** How the check page, staff and print name it. */
  short: string;
  hint?: string;
  audience: Audience;
  /** Shown: why we ask. */
  why: string;
  /** Shown: who uses it, for what. */
  usedBy: string;
  /** Shown: what happens without an answer. */
  ifSkipped: string;
  /** What happens when an answer is a danger sign; "Nothing" where none can be. */
  ifRisk: string;
  retention: keyof typeof RETENTION;
  /** Only for what we can't begin without. Everything else can be skipped. */
  required?: true;
  /** Required only then, such as an emergency contact before a session by video. */
  requiredIf?: readonly Condition[];
  shownIf?: readonly Condition[];
  /** Offers "Prefer not to say". */
  maySayNo?: true;
  /** Offers "I'd rather talk about this in person". */
  inPerson?: true;
  /** Chosen before anything is: the most private choice. */
  startsWith?: string;
  /** LOINC, for the export. */
  code?: string;
  /** The instrument it is an item of. */
  instrument?: string;
  /** One thing to fill in, or a small group that is one answer. */
  input: Input | { kind: 'group'; fields: readonly Field[] };
};

/** Said once, here: how long an answer is kept. */
export const RETENTION = {
  record: 'Kept with your record, for 7 years after your last session.',
  contact: 'Kept while you are with us, and then with your record for 7 years.',
} as const;

/** An official questionnaire with a total, such as PHQ-9. A total exists only when every item is answered. */
export type Instrument = {
  id: string;
  title: string;
  /** LOINC of the panel and of its total; none where LOINC has none. */
  code?: string;
  totalCode?: string;
  /** Official words on whose it is and that it may be shown. */
  notice: string;
  /** Ids of the questions that are added up. */
  items: readonly string[];
  /** Ids of those that belong to it and count nothing. */
  unscored?: readonly string[];
  /** Its own rule: after this answer no more is asked, and what is not asked counts nothing. */
  endsAt?: { question: string; is: string };
  bands: readonly { from: number; to: number; name: string }[];
};

/** Some words before a section's first question. All of it can be skipped from there by one press. */
export type Opening = {
  title: string;
  /** One paragraph each; `{questions}` and `{minutes}` stand for how many are asked, and about how long they take. */
  text: readonly string[];
  /** Whether the clinic's hours and urgent help belong here. */
  withHours?: true;
};

export type Section = {
  /** Its number in the address: '1', '2', … */
  number: string;
  title: string;
  /** A clinic may leave it out as a whole. */
  pack?: Pack;
  opening?: Opening;
  /** Ids of the questions of each page, in order. Nearly always one. */
  pages: readonly (readonly string[])[];
  questions: readonly Question[];
};

export type Definition = {
  /** Never changed once used: an answer keeps the version it was given to. */
  version: string;
  locale: 'en';
  sections: readonly Section[];
  instruments: readonly Instrument[];
};
