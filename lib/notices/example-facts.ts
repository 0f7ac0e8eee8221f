// What a mail would be made from, for showing one before there is anything to tell: made-up codes, the links as they will be.
import { CODE_MINUTES } from '@/lib/accounts/sign-in-secrets';
import type { NoticeFacts, NoticeKind } from './catalogue';
import { at, whenFor } from './facts-of';
import type { Locale } from './words';

/** `appointment`: whose day and time the mails name, where the inbox is the reader's alone. */
type Given = { ownInbox: boolean; locale: Locale; appointment: { startsAt: Date; zone: string } };

const CODE = '12345678';
const signIn = () => ({ link: at('/sign-in') });
const reachUs = () => ({ link: at('/sign-in/lost') });
const aTime = ({ appointment, ...reader }: Given) => whenFor(reader, appointment);

const examples: { [K in NoticeKind]: (given: Given) => NoticeFacts[K] } = {
  'sign-in': () => ({ code: CODE, link: at('/sign-in/link?token=…'), minutes: CODE_MINUTES }),
  'saved-draft': signIn,
  'forms-due': signIn,
  'draft-ending': () => ({ link: at('/sign-in'), days: 14 }),
  invited: signIn,
  'appointment-booked': aTime,
  'appointment-moved': aTime,
  'appointment-cancelled': aTime,
  'appointment-reminder': aTime,
  'appointment-offered': aTime,
  'offer-taken-back': signIn,
  'submission-received': signIn,
  'question-for-you': signIn,
  'estimate-given': signIn,
  'letter-for-you': (given) => ({ ...aTime(given), cancelled: true }),
  'sign-in-changed': signIn,
  'given-to-you': () => ({ link: at('/staff/submissions/…') }),
  'flag-raised': () => ({ link: at('/staff/submissions/…') }),
  'flag-late': () => ({ link: at('/staff/submissions/…') }),
  'flag-taken-over': () => ({ link: at('/staff/submissions/…') }),
  'glass-broken': () => ({ link: at('/staff/opened-files') }),
  'going-live-lapsed': () => ({ link: at('/staff/settings/going-live') }),
  'staff-invited': signIn,
  'staff-sign-in-tried': () => ({ link: at('/staff/account') }),
  'staff-sign-in-changed': () => ({ link: at('/staff/account') }),
  'team-changed': () => ({ link: at('/staff/team') }),
  'address-code': () => ({ code: CODE, minutes: CODE_MINUTES }),
  'address-taken': signIn,
  'address-left': reachUs,
  'address-begun': signIn,
  'recovery-asked': signIn,
  'recovery-waits': signIn,
  'reset-asked': signIn,
  'reset-waits': signIn,
  'reset-done': reachUs,
};

export const exampleFacts = <K extends NoticeKind>(kind: K, given: Given): NoticeFacts[K] =>
  examples[kind](given);
