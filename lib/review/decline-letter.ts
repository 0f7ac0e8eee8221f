// The letter somebody gets who can't be taken on: its words and the places it names, sealed as they were sent.
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appointment, declineLetter, staffMember, submissionEnding } from '@/db/schema';
import type { ReferralPlace } from '@/lib/clinic/referral-places';
import { newestIntake } from '@/lib/forms/open-intake';
import { openFor, sealFor } from '@/lib/vault/keys';

/** Characters. */
export const LONGEST_LETTER = 5000;

/** Why, for the record. The client is never shown it: the letter says what they are to know. */
export const DECLINE_REASONS = [
  'not-our-field',
  'no-room',
  'outside-region',
  'other-care-first',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** `text` has blank lines between its paragraphs. */
export type LetterContent = { text: string; places: ReferralPlace[] };

export type Letter = LetterContent & {
  id: string;
  /** Who wrote it, by name. */
  from: string;
  writtenAt: Date;
  /** When its client first opened it. */
  readAt: Date | null;
  /** The time they had, which was cancelled with it. */
  appointment: { startsAt: Date; zone: string; clinicianName: string } | null;
};

const placeOf = (row: string) => ({ table: 'decline_letter', column: 'content', row });

export const sealLetter = (tx: Tx, clientId: string, id: string, content: LetterContent): Promise<string> =>
  sealFor(tx, clientId, placeOf(id), JSON.stringify(content));

type Row = { letter: typeof declineLetter.$inferSelect; from: string };

/** Of one submission, the newest first, as far as the actor may read them. */
export async function lettersOf(tx: Tx, submissionId: string): Promise<Letter[]> {
  const rows = await tx
    .select({ letter: declineLetter, from: staffMember.name })
    .from(declineLetter)
    .innerJoin(staffMember, eq(staffMember.id, declineLetter.writtenBy))
    .where(eq(declineLetter.submissionId, submissionId))
    .orderBy(desc(declineLetter.writtenAt), desc(declineLetter.id));
  return Promise.all(rows.map((row) => opened(tx, row)));
}

/** The letter that holds for this client: the newest, while they are declined. Null for everybody else. */
export async function letterOf(tx: Tx, clientId: string): Promise<Letter | null> {
  const intake = await newestIntake(tx, clientId);
  if (intake?.status !== 'declined') return null;
  return (await lettersOf(tx, intake.id))[0] ?? null;
}

async function opened(tx: Tx, { letter, from }: Row): Promise<Letter> {
  const { id, clientId, content, writtenAt, readAt, appointmentId } = letter;
  const { text, places } = JSON.parse(await openFor(tx, clientId, placeOf(id), content)) as LetterContent;
  return { id, text, places, from, writtenAt, readAt, appointment: await cancelledWith(tx, appointmentId) };
}

async function cancelledWith(tx: Tx, appointmentId: string | null): Promise<Letter['appointment']> {
  if (!appointmentId) return null;
  const [row] = await tx
    .select({
      startsAt: appointment.startsAt,
      zone: appointment.zone,
      clinicianName: staffMember.name,
    })
    .from(appointment)
    .innerJoin(staffMember, eq(staffMember.id, appointment.clinicianId))
    .where(eq(appointment.id, appointmentId));
  return row ?? null;
}

export type Ending = {
  id: string;
  kind: (typeof submissionEnding.$inferSelect)['kind'];
  reason: (typeof submissionEnding.$inferSelect)['reason'];
  by: string;
  at: Date;
};

/** How a submission ended, each time it did, the newest first. For clinicians and the clinical lead alone. */
export async function endingsOf(tx: Tx, submissionId: string): Promise<Ending[]> {
  return tx
    .select({
      id: submissionEnding.id,
      kind: submissionEnding.kind,
      reason: submissionEnding.reason,
      by: staffMember.name,
      at: submissionEnding.endedAt,
    })
    .from(submissionEnding)
    .innerJoin(staffMember, eq(staffMember.id, submissionEnding.endedBy))
    .where(and(eq(submissionEnding.submissionId, submissionId)))
    .orderBy(desc(submissionEnding.endedAt), asc(submissionEnding.id));
}
