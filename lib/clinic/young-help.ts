// Who listens to somebody too young to come here, by country; each number with where it is published and when it was last looked up.
import type { HelpCountry } from './urgent-help';

export type YoungHelp = {
  country: HelpCountry;
  name: string;
  /** As people write it. */
  call: string;
  text?: { to: string; word?: string };
  /** The organisation's own page. */
  source: string;
  /** ISO date. */
  verifiedAt: string;
};

const verifiedAt = '2026-11-25';

export const youngHelp: readonly YoungHelp[] = [
  {
    country: 'US',
    name: '988 Lifeline',
    call: '988',
    text: { to: '988' },
    source: 'https://988lifeline.org',
    verifiedAt,
  },
  {
    country: 'CA',
    name: 'Kids Help Phone',
    call: '1-800-668-6868',
    text: { to: '686868', word: 'CONNECT' },
    source: 'https://kidshelpphone.ca',
    verifiedAt,
  },
  {
    country: 'GB',
    name: 'Childline',
    call: '0800 1111',
    source: 'https://www.childline.org.uk',
    verifiedAt,
  },
  {
    country: 'IE',
    name: 'Childline',
    call: '1800 666 666',
    text: { to: '50101' },
    source: 'https://www.childline.ie',
    verifiedAt,
  },
  {
    country: 'AU',
    name: 'Kids Helpline',
    call: '1800 55 1800',
    source: 'https://kidshelpline.com.au',
    verifiedAt,
  },
];
