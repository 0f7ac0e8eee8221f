// Who was started over the phone and has not come yet, and who came lately. Having looked is one line in the record.
import { desc, eq, gt, isNull, or } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { phoneIntake, staffMember } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { openGiven } from '@/lib/forms/given-by-phone';
import type { Answers } from '@/lib/forms/question';
import { mayInvite } from './phone-intake';
import type { Staff } from './submission-by-reference';

/** Days for which who has come stays on the list. */
const TOLD_FOR_DAYS = 30;
const MOST = 100;

export type InvitedPerson = {
  reference: string;
  name: string;
  startedBy: string;
  startedAt: Date;
  invitedAt: Date;
  arrivedAt: Date | null;
};

const columns = {
  id: phoneIntake.id,
  reference: phoneIntake.reference,
  clientId: phoneIntake.clientId,
  given: phoneIntake.given,
  startedBy: staffMember.name,
  startedAt: phoneIntake.startedAt,
  invitedAt: phoneIntake.invitedAt,
  arrivedAt: phoneIntake.arrivedAt,
};

/** The newest hundred. Null for who may not. */
export async function readInvitations(
  actor: Staff,
): Promise<{ people: InvitedPerson[]; zone: string } | null> {
  if (!mayInvite(actor)) return null;
  return as(actor, async (tx) => {
    const lately = new Date(clock.now().getTime() - TOLD_FOR_DAYS * 86_400_000);
    const rows = await tx
      .select(columns)
      .from(phoneIntake)
      .innerJoin(staffMember, eq(staffMember.id, phoneIntake.startedBy))
      .where(or(isNull(phoneIntake.arrivedAt), gt(phoneIntake.arrivedAt, lately)))
      .orderBy(desc(phoneIntake.startedAt), desc(phoneIntake.id))
      .limit(MOST);
    const people: InvitedPerson[] = [];
    for (const row of rows) {
      const { reference, startedBy, startedAt, invitedAt, arrivedAt } = row;
      const name = nameIn(await openGiven(tx, row));
      people.push({ reference, name, startedBy, startedAt, invitedAt, arrivedAt });
    }
    const { zone } = await clinicOf(tx);
    const detail = {
      invitations: rows.map(({ id }) => id),
      clients: rows.map(({ clientId }) => clientId),
    };
    await record(tx, { event: 'invitation.listed', subject: 'clinic', detail });
    return { people, zone };
  });
}

export type Invitation = InvitedPerson & {
  zone: string;
  /** Where the mail goes, and what was given; null once they have come: what they say there counts, and is theirs to show. */
  file: { email: string; given: { label: string; lines: string[] }[] } | null;
};

/** One of them by its reference; null for one that doesn't exist and for who may not. */
export async function readInvitation(actor: Staff, reference: string): Promise<Invitation | null> {
  if (!mayInvite(actor)) return null;
  return as(actor, async (tx) => {
    const [row] = await tx
      .select(columns)
      .from(phoneIntake)
      .innerJoin(staffMember, eq(staffMember.id, phoneIntake.startedBy))
      .where(eq(phoneIntake.reference, reference.toUpperCase()));
    if (!row) return null;
    const given = await openGiven(tx, row);
    const { startedBy, startedAt, invitedAt, arrivedAt } = row;
    const invitation = {
      ...{ reference: row.reference, name: nameIn(given), startedBy, startedAt, invitedAt, arrivedAt },
      zone: (await clinicOf(tx)).zone,
      file: arrivedAt ? null : await fileOf(tx, row.clientId, given),
    };
    const detail = { invitation: row.id };
    await record(tx, { event: 'invitation.read', subject: row.clientId, detail });
    return invitation;
  });
}

const fileOf = async (tx: Tx, clientId: string, given: Answers) => ({
  email: await emailOfAccount(tx, clientId),
  given: givenInWords(given),
});

/** What was given, each beside what it is called. */
export const givenInWords = (given: Answers): { label: string; lines: string[] }[] =>
  [...given].flatMap(([id, answer]) => {
    const question = questionNamed(id);
    return question ? [{ label: question.short, lines: answerInWords(question, answer).lines }] : [];
  });

function nameIn(given: Answers): string {
  const name = given.get('B1')?.value;
  return typeof name === 'string' ? name : '';
}
