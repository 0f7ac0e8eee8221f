// Who to call or text when it can't wait, by country; each number with where it is published and when it was last checked.

import type { CountryCode, ELSEWHERE } from './regions';

/** The countries whose numbers we know. */
export type HelpCountry = Exclude<CountryCode, typeof ELSEWHERE>;

export type HelpLine = {
  /** `danger`: life at risk now. `crisis`: thoughts of self-harm, despair. `relationship`: afraid of somebody close. */
  for: 'danger' | 'crisis' | 'relationship';
  name: string;
  /** As people write it. */
  call?: string;
  /** A second number for the same. */
  orCall?: string;
  text?: { to: string; word?: string };
  /** Address of a page to write on. */
  chat?: string;
  note?: string;
  /** The organisation's own page. */
  source: string;
  /** ISO date. */
  verifiedAt: string;
};

export type UrgentHelp = { country: string; lines: readonly HelpLine[] };

const verifiedAt = '2026-11-23';

export const urgentHelp: Record<HelpCountry, UrgentHelp> = {
  US: {
    country: 'United States',
    lines: [
      { for: 'danger', name: 'Emergency services', call: '911', source: 'https://www.911.gov', verifiedAt },
      {
        for: 'crisis',
        name: '988 Lifeline',
        call: '988',
        text: { to: '988' },
        chat: 'https://chat.988lifeline.org',
        source: 'https://988lifeline.org',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Crisis Text Line',
        text: { to: '741741', word: 'HOME' },
        source: 'https://www.crisistextline.org',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: 'National Domestic Violence Hotline',
        call: '1-800-799-7233',
        text: { to: '88788', word: 'START' },
        source: 'https://www.thehotline.org',
        verifiedAt,
      },
    ],
  },
  CA: {
    country: 'Canada',
    lines: [
      {
        for: 'danger',
        name: 'Emergency services',
        call: '911',
        note: 'Also when you are not safe with somebody close to you.',
        source: 'https://www.canada.ca/en/services/policing/emergencies/911.html',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: '9-8-8 Suicide Crisis Helpline',
        call: '9-8-8',
        text: { to: '988' },
        note: 'In English and French.',
        source: 'https://988.ca',
        verifiedAt,
      },
    ],
  },
  GB: {
    country: 'United Kingdom',
    lines: [
      { for: 'danger', name: 'Emergency services', call: '999', source: 'https://www.nhs.uk', verifiedAt },
      {
        for: 'crisis',
        name: 'NHS 111',
        call: '111',
        note: 'Choose option 2.',
        source: 'https://111.nhs.uk',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Samaritans',
        call: '116 123',
        source: 'https://www.samaritans.org',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Shout',
        text: { to: '85258', word: 'SHOUT' },
        source: 'https://giveusashout.org',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: 'National Domestic Abuse Helpline',
        call: '0808 2000 247',
        note: 'For women.',
        source: 'https://www.nationaldahelpline.org.uk',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: 'Men’s Advice Line',
        call: '0808 801 0327',
        note: 'For men. Weekdays.',
        source: 'https://mensadviceline.org.uk',
        verifiedAt: '2026-11-25',
      },
      {
        for: 'relationship',
        name: 'Galop',
        call: '0800 999 5428',
        note: 'For LGBT+ people. Weekdays.',
        source: 'https://www.galop.org.uk',
        verifiedAt: '2026-11-25',
      },
    ],
  },
  IE: {
    country: 'Ireland',
    lines: [
      {
        for: 'danger',
        name: 'Emergency services',
        call: '112',
        orCall: '999',
        source: 'https://www.112.ie',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Samaritans',
        call: '116 123',
        source: 'https://www.samaritans.org/ireland',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Text About It',
        text: { to: '50808', word: 'HELLO' },
        source: 'https://www.textaboutit.ie',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: 'Women’s Aid',
        call: '1800 341 900',
        note: 'For women.',
        source: 'https://www.womensaid.ie',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: 'Men’s Aid',
        call: '01 554 3811',
        note: 'For men. Weekdays.',
        source: 'https://www.mensaid.ie',
        verifiedAt: '2026-11-25',
      },
    ],
  },
  AU: {
    country: 'Australia',
    lines: [
      {
        for: 'danger',
        name: 'Emergency services',
        call: '000',
        source: 'https://www.triplezero.gov.au',
        verifiedAt,
      },
      {
        for: 'crisis',
        name: 'Lifeline',
        call: '13 11 14',
        text: { to: '0477 13 11 14' },
        source: 'https://www.lifeline.org.au',
        verifiedAt,
      },
      {
        for: 'relationship',
        name: '1800RESPECT',
        call: '1800 737 732',
        text: { to: '0458 737 732' },
        source: 'https://www.1800respect.org.au',
        verifiedAt,
      },
    ],
  },
};

/** The address behind a "call" link. */
export const callHref = (number: string) => `tel:${number.replace(/[^\d+]/g, '')}`;

/** The address behind a "text" link; the word to send is filled in where the phone allows it. */
export const textHref = ({ to, word }: NonNullable<HelpLine['text']>) =>
  `sms:${to.replace(/[^\d+]/g, '')}${word ? `?body=${word}` : ''}`;
