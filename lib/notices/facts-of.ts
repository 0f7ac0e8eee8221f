// What a notice says is looked up at the moment it is sent, so that no mail tells what has long ceased to be true.
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  addressChange,
  appointment,
  declineLetter,
  flag,
  flagEvent,
  phoneIntake,
  signInRequest,
  slotOffer,
  submission,
  waitlistEntry,
} from '@/db/schema';
import { type ChangedBy, changeIsOpen } from '@/lib/accounts/address-change';
import { addressCodeOf, CODE_MINUTES, codeOf, linkTokenOf } from '@/lib/accounts/sign-in-secrets';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { daysLeftOf } from '@/lib/onboarding/tidy-drafts';
import { hasUnsentForms, remindedAppointment } from '@/lib/scheduling/remind';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import type { NoticeFacts, NoticeKind } from './catalogue';
import type { AppointmentFacts } from './templates/appointment-mail';
import type { LetterFacts } from './templates/letter-for-you';
import type { Locale } from './words';

export type About = {
  /** The row the notice is about. */
  aboutId: string;
  locale: Locale;
  /** The inbox is the reader's alone: a day and time may stand in the mail. */
  ownInbox: boolean;
  /** Mail may tell them of their appointments. */
  appointments?: boolean;
};

export const at = (path: string) => new URL(path, settings.publicUrl).href;

export const toSignIn = async () => ({ link: at('/sign-in') });

/** Where to reach us about a way in: the number stands there, so that no mail has to hold it. */
const toReachUs = async () => ({ link: at('/sign-in/lost') });

/** Null when there is nothing to say any more: the code ran out, the appointment was cancelled meanwhile. */
const facts: { [K in NoticeKind]: (tx: Tx, about: About) => Promise<NoticeFacts[K] | null> } = {
  'sign-in': async (tx, { aboutId }) => {
    const [request] = await tx
      .select({ id: signInRequest.id })
      .from(signInRequest)
      .where(
        and(
          eq(signInRequest.id, aboutId),
          isNull(signInRequest.endedAt),
          gt(signInRequest.expiresAt, clock.now()),
        ),
      );
    if (!request) return null;
    const link = at(`/sign-in/link?${new URLSearchParams({ token: linkTokenOf(aboutId) })}`);
    return { code: codeOf(aboutId), link, minutes: CODE_MINUTES };
  },
  'saved-draft': toSignIn,
  'forms-due': async (tx, { aboutId }) => {
    const near = await remindedAppointment(tx, aboutId);
    return near && (await hasUnsentForms(tx, near.clientId)) ? toSignIn() : null;
  },
  'draft-ending': async (tx, { aboutId }) => {
    const days = await daysLeftOf(tx, aboutId);
    return days === null ? null : { days, ...(await toSignIn()) };
  },
  invited: async (tx, { aboutId }) => {
    const [waits] = await tx
      .select({ id: phoneIntake.id })
      .from(phoneIntake)
      .where(and(eq(phoneIntake.id, aboutId), isNull(phoneIntake.arrivedAt)));
    return waits ? toSignIn() : null;
  },
  'appointment-booked': (tx, about) => appointmentFacts(tx, about, 'booked'),
  'appointment-moved': (tx, about) => appointmentFacts(tx, about, 'booked'),
  'appointment-cancelled': (tx, about) => appointmentFacts(tx, about, 'cancelled'),
  'appointment-reminder': async (tx, about) => {
    const near = await remindedAppointment(tx, about.aboutId);
    return near && whenFor(about, near);
  },
  'appointment-offered': async (tx, about) => {
    const [offer] = await tx
      .select({ startsAt: slotOffer.startsAt, zone: waitlistEntry.zone })
      .from(slotOffer)
      .innerJoin(waitlistEntry, eq(waitlistEntry.id, slotOffer.entryId))
      .where(and(eq(slotOffer.id, about.aboutId), isNull(slotOffer.endedAt)));
    return offer ? whenFor(about, offer) : null;
  },
  'offer-taken-back': async (tx, { aboutId }) => {
    const [still] = await tx
      .select({ id: slotOffer.id })
      .from(slotOffer)
      .innerJoin(waitlistEntry, eq(waitlistEntry.id, slotOffer.entryId))
      .where(
        and(eq(slotOffer.id, aboutId), eq(slotOffer.endedBy, 'taken-back'), isNull(waitlistEntry.endedAt)),
      );
    return still ? toSignIn() : null;
  },
  'submission-received': toSignIn,
  'question-for-you': toSignIn,
  'estimate-given': toSignIn,
  'letter-for-you': letterFacts,
  'sign-in-changed': toSignIn,
  'given-to-you': async (tx, { aboutId }) => {
    const [row] = await tx
      .select({ reference: submission.reference })
      .from(submission)
      .where(eq(submission.id, aboutId));
    return row ? { link: at(`/staff/submissions/${row.reference}`) } : null;
  },
  'flag-raised': (tx, { aboutId }) => flagFacts(tx, aboutId),
  // Seen meanwhile, it is late no more.
  'flag-late': async (tx, { aboutId }) => ((await flagIsSeen(tx, aboutId)) ? null : flagFacts(tx, aboutId)),
  'flag-taken-over': (tx, { aboutId }) => flagFacts(tx, aboutId),
  'glass-broken': async () => ({ link: at('/staff/opened-files') }),
  'going-live-lapsed': async () => ({ link: at('/staff/settings/going-live') }),
  'staff-invited': toSignIn,
  'staff-sign-in-tried': async () => ({ link: at('/staff/account') }),
  'staff-sign-in-changed': async () => ({ link: at('/staff/account') }),
  'team-changed': async () => ({ link: at('/staff/team') }),
  'address-code': async (tx, { aboutId }) =>
    (await stillWaits(tx, aboutId, 'self')) ? { code: addressCodeOf(aboutId), minutes: CODE_MINUTES } : null,
  'address-taken': toSignIn,
  'address-left': toReachUs,
  'address-begun': toSignIn,
  'recovery-asked': async (tx, { aboutId }) =>
    (await stillWaits(tx, aboutId, 'recovery')) ? toSignIn() : null,
  'recovery-waits': async (tx, { aboutId }) =>
    (await stillWaits(tx, aboutId, 'recovery')) ? toSignIn() : null,
  'reset-asked': async (tx, { aboutId }) => ((await stillWaits(tx, aboutId, 'recovery')) ? toSignIn() : null),
  'reset-waits': async (tx, { aboutId }) => ((await stillWaits(tx, aboutId, 'recovery')) ? toSignIn() : null),
  'reset-done': toReachUs,
};

async function flagFacts(tx: Tx, flagId: string): Promise<{ link: string } | null> {
  const [found] = await tx
    .select({ reference: submission.reference })
    .from(flag)
    .innerJoin(submission, eq(submission.id, flag.submissionId))
    .where(eq(flag.id, flagId));
  return found ? { link: at(`/staff/submissions/${found.reference}`) } : null;
}

async function flagIsSeen(tx: Tx, flagId: string): Promise<boolean> {
  const [first] = await tx
    .select({ id: flagEvent.id })
    .from(flagEvent)
    .where(eq(flagEvent.flagId, flagId))
    .limit(1);
  return first !== undefined;
}

async function stillWaits(tx: Tx, changeId: string, by: ChangedBy): Promise<boolean> {
  const [open] = await tx
    .select({ id: addressChange.id })
    .from(addressChange)
    .where(and(eq(addressChange.id, changeId), changeIsOpen(by)));
  return open !== undefined;
}

export const factsOf = <K extends NoticeKind>(
  tx: Tx,
  kind: K,
  about: About,
): Promise<NoticeFacts[K] | null> => facts[kind](tx, about);

/** The letter while it holds, and the time that was cancelled with it: one mail tells of both. */
async function letterFacts(tx: Tx, about: About): Promise<LetterFacts | null> {
  const [found] = await tx
    .select({ startsAt: appointment.startsAt, zone: appointment.zone })
    .from(declineLetter)
    .innerJoin(submission, eq(submission.id, declineLetter.submissionId))
    .leftJoin(appointment, eq(appointment.id, declineLetter.appointmentId))
    .where(and(eq(declineLetter.id, about.aboutId), eq(submission.status, 'declined')));
  if (!found) return null;
  const { startsAt, zone } = found;
  if (!startsAt || !zone || !about.appointments)
    return { when: null, cancelled: false, ...(await toSignIn()) };
  return { ...whenFor(about, { startsAt, zone }), cancelled: true };
}

async function appointmentFacts(
  tx: Tx,
  about: About,
  status: 'booked' | 'cancelled',
): Promise<AppointmentFacts | null> {
  const [found] = await tx
    .select({ startsAt: appointment.startsAt, zone: appointment.zone })
    .from(appointment)
    .where(and(eq(appointment.id, about.aboutId), eq(appointment.status, status)));
  return found ? whenFor(about, found) : null;
}

/** A day and time stand in a mail only where nobody else reads along. */
export const whenFor = (
  { ownInbox, locale }: Pick<About, 'ownInbox' | 'locale'>,
  { startsAt, zone }: { startsAt: Date; zone: string },
) => ({
  when: ownInbox ? instantInWords(startsAt, zone, locale) : null,
  link: at('/sign-in'),
});
