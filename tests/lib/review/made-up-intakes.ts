// A made-up clinic with its staff, and clients who come along the real way as far as a test needs.
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { newReference } from '@/lib/env/ids';
import { sendSubmission } from '@/lib/review/send-submission';
import { answer, arrive, book, type Client, type Given, sign } from '@/scripts/demo/live-through';
import { openDemoClinic } from '@/scripts/demo/open-clinic';
import { demoPeople } from '@/scripts/demo/people';

export type Staff = Actor & { kind: 'staff' };
export type Team = { clinician: Staff; lead: Staff; frontDesk: Staff; admin: Staff };

/** The clinic's staff; opening it again is no harm. */
export async function theTeam(): Promise<Team> {
  const staff = await openDemoClinic();
  const named = (email: string) => {
    const found = staff.get(`${email}@demo.example`);
    if (!found) throw new Error(`nobody has the address ${email}`);
    return found;
  };
  return {
    clinician: named('clinician'),
    lead: named('lead'),
    frontDesk: named('frontdesk'),
    admin: named('admin'),
  };
}

/** What somebody answers who has nothing dangerous to say; all of it made up. */
const plain: Given = Object.fromEntries(
  Object.entries(demoPeople[0]?.answers ?? {}).filter(([id]) => !/^[D-I]/.test(id) || id === 'Gp9'),
);
/** Of what can wait until after booking: where a question left open would be a sign, and hopes. */
const AFTER_BOOKING = ['9', '12'];

export type Intake = { client: Client; id: string; reference: string; email: string };

/** `upTo` = how far they come; `days` until the session they book; `wantsMail`: they allow mail about everything. */
export async function anIntake(
  answers: Given = {},
  {
    upTo = 'sent',
    days = 7,
    wantsMail = false,
  }: { upTo?: 'forms' | 'booked' | 'sent'; days?: number; wantsMail?: boolean } = {},
): Promise<Intake> {
  const email = `${newReference().toLowerCase()}@made-up.example`;
  const client = await arrive(email);
  const given = { ...plain, ...answers };
  await answer(client, given, ['1']);
  await sign(client, { wantsMail });
  await answer(client, given, ['2', '3', '4', '5']);
  if (upTo !== 'forms') await book(client, days, 'America/New_York');
  if (upTo === 'sent') {
    await answer(client, given, AFTER_BOOKING);
    const sent = await sendSubmission(client);
    if (!sent.ok) throw new Error(sent.reason);
  }
  const [row] = await as(client, (tx) => tx.select().from(submission));
  if (!row) throw new Error('no intake was begun');
  return { client, email, id: row.id, reference: row.reference };
}
