// What other parts of the house need to know from the answers, said once: names, place, format, language, how to reach them.
import type { Answer, Answers } from './question';
import { clashOf } from './reach-clash';

/** How a client may be reached. `site`: a message they read when they sign in. */
export type Channel = 'site' | 'email' | 'text' | 'phone';

export type ClientFacts = {
  /** The name to use and the legal name; null where not given. */
  names: [string | null, string | null];
  /** `1985-03-27`. */
  bornOn: string | null;
  format: 'video' | 'in-person' | null;
  company: 'alone' | 'partner' | 'undecided' | null;
  /** `US`, `GB`, … or `other`. */
  country: string | null;
  /** `US-CA`, `GB-ENG`, `IE`, `other`: where a licence must hold. Null until the country's own question is answered. */
  region: string | null;
  /** `en`, `es`, …; null when not answered, or when it is a language without a code. */
  language: string | null;
  /** Who can read the client's e-mail. Unknown counts as not private. */
  inbox: 'only-me' | 'others' | 'not-sure';
  contactBy: Channel;
  /** The safest way when we are worried, and what was said about it. */
  safest: { by: Channel; details: string | null };
  phone: string | null;
  phoneUses: readonly string[];
  /** The banner for every member of staff. */
  neverContact: string | null;
};

export function clientFacts(answers: Answers): ClientFacts {
  const text = (id: string) => textOf(answers.get(id));
  const country = text('A8');
  const phone = text('A2');
  const safest = groupOf(answers.get('J5'));
  // A way that may not be used is no way: then it is a message here.
  const contactBy = (clashOf('A4', answers) ? null : channel(text('A4'))) ?? 'site';
  const safestBy = clashOf('J5', answers) ? null : channel(safest.way ?? null);
  return {
    names: [text('B1'), text('B2')],
    bornOn: text('B3'),
    format: oneOf(text('format'), ['video', 'in-person']),
    company: oneOf(text('C8'), ['alone', 'partner', 'undecided']),
    country,
    region: regionIn(country, text),
    language: languageIn(groupOf(answers.get('B7'))),
    inbox: oneOf(text('A1'), ['only-me', 'others', 'not-sure']) ?? 'not-sure',
    contactBy,
    safest: { by: safestBy ?? contactBy, details: safest.details ?? null },
    phone,
    phoneUses: listOf(answers.get('A3')),
    neverContact: text('A7'),
  };
}

/** Countries whose regions license on their own, and the question that asks for the region. */
export const REGION_QUESTION: Record<string, string> = { US: 'A8-us', CA: 'A8-ca', GB: 'A8-gb', AU: 'A8-au' };

function regionIn(country: string | null, text: (id: string) => string | null): string | null {
  if (country === null) return null;
  const question = Object.hasOwn(REGION_QUESTION, country) ? REGION_QUESTION[country] : undefined;
  return question ? text(question) : country;
}

const languageIn = ({ language }: Record<string, string>) =>
  language === undefined || language === 'other' ? null : language;

const channel = (text: string | null): Channel | null => oneOf(text, ['site', 'email', 'text', 'phone']);

function oneOf<T extends string>(text: string | null, known: readonly T[]): T | null {
  return known.find((one) => one === text) ?? null;
}

const given = (answer: Answer | undefined) => (answer?.state === 'answered' ? answer.value : undefined);

function textOf(answer: Answer | undefined): string | null {
  const value = given(answer);
  return typeof value === 'string' ? value : null;
}

function listOf(answer: Answer | undefined): readonly string[] {
  const value = given(answer);
  return Array.isArray(value) ? value : [];
}

function groupOf(answer: Answer | undefined): Record<string, string> {
  const value = given(answer);
  return value === undefined || typeof value === 'string' || Array.isArray(value) ? {} : value;
}
