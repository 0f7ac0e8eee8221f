// Makes the demo: a made-up clinic, its staff, and made-up people at every stage, on dates relative to today.
import { eq } from 'drizzle-orm';
import postgres from 'postgres';
import { as } from '@/db/client';
import { account } from '@/db/schema';
import { shiftClock } from '@/lib/env/clock';
import { sendSubmission } from '@/lib/review/send-submission';
import { sweepFlags } from '@/lib/review/sweep-flags';
import { emailIndex } from '@/lib/vault/indexes';
import { hush } from './demo/hush';
import { closeAQuietDay, mark } from './demo/keep-diary';
import {
  answer,
  arrive,
  BEFORE_SESSION,
  book,
  type Client,
  keepNotes,
  sign,
  wait,
} from './demo/live-through';
import { openDemoClinic } from './demo/open-clinic';
import { demoPeople, type MadeUpPerson, type Reached } from './demo/people';
import { attendToFlags, giveOwedEstimate, review } from './demo/review-as-staff';
import { takeNote } from './demo/take-notes';

const HOUR = 3_600_000;
const ORDER: readonly Reached[] = ['first-answers', 'agreed', 'forms', 'booked', 'sent'];

const ownerUrl = process.env.OWNER_DATABASE_URL;
if (!ownerUrl) throw new Error('Set OWNER_DATABASE_URL to the address of the database, as its owner.');

type Staff = Awaited<ReturnType<typeof openDemoClinic>>;

async function live(person: MadeUpPerson, staff: Staff): Promise<Client> {
  const at = (hoursAgo: number) => shiftClock(-hoursAgo * HOUR);
  const has = (reached: Reached) => ORDER.indexOf(person.reached) >= ORDER.indexOf(reached);
  const { answers, upTo } = person;
  const inSections = (...numbers: string[]) => numbers.filter((number) => !upTo || number <= upTo.section);

  at(person.began);
  const client = await arrive(person.email);
  await keepNotes(client, person.notes ?? []);
  await answer(client, answers, ['1'], { confirm: upTo?.section !== '1' || upTo.confirmed });
  if (has('agreed')) await sign(client, has('forms') ? {} : { only: 2 });
  for (const number of has('forms') ? inSections('2', '3', '4', '5') : []) {
    await answer(client, answers, [number], { confirm: upTo?.section !== number || upTo.confirmed });
  }
  if (person.waits) await wait(client, person.waits, person.zone ?? 'America/New_York');
  if (has('booked')) await book(client, person.sessionIn ?? 7, person.zone ?? 'America/New_York');
  if (has('sent')) {
    at(person.sent ?? person.began);
    await answer(
      client,
      answers,
      BEFORE_SESSION.filter((number) => !person.leavesOut?.includes(number)),
    );
    await sendSubmission(client);
  }
  await reviewed(client, person, staff);
  shiftClock(0);
  return client;
}

async function reviewed(
  client: Client,
  { review: steps = [], written = [], flags, came, began, sent }: MadeUpPerson,
  staff: Staff,
) {
  const clinician = staff.get('clinician@demo.example');
  if (!clinician) throw new Error('The demo has no clinician.');
  const desk = staff.get('frontdesk@demo.example');
  if (!desk) throw new Error('The demo has no front desk.');
  const lead = staff.get('lead@demo.example');
  if (!lead) throw new Error('The demo has no lead.');
  // Front desk is quick with what costs are owed; the newest few still wait for theirs.
  if (sent && sent > 24) {
    shiftClock(-(sent - 1) * HOUR);
    await giveOwedEstimate(desk, client.id);
  }
  if (flags) {
    shiftClock(-(began - 2) * HOUR);
    await attendToFlags(clinician, lead, client.id, flags);
  }
  const acts = [
    ...steps.map(([hoursAgo, verb]) => ({ hoursAgo, act: () => review(clinician, client.id, verb) })),
    ...written.map(([hoursAgo, note]) => ({ hoursAgo, act: () => takeNote(clinician, client.id, note) })),
  ];
  for (const { hoursAgo, act } of acts.sort((a, b) => b.hoursAgo - a.hoursAgo)) {
    shiftClock(-hoursAgo * HOUR);
    await act();
  }
  shiftClock(0);
  if (came) await mark(desk, client.id, came);
}

/** The clinic's first member of staff tells a demo that was made from a database that is still empty. */
const [there] = await as({ kind: 'job', name: 'seed' }, (tx) =>
  tx
    .select({ id: account.id })
    .from(account)
    .where(eq(account.emailIndex, emailIndex('admin@demo.example'))),
);
if (there) {
  console.log('The demo is there already; nothing was made.');
} else {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  // It had opened before the first of its people came.
  shiftClock(-2 * 30 * 24 * HOUR);
  const staff = await openDemoClinic();
  const accounts = [...staff.values()].map(({ id }) => id);
  for (const person of demoPeople) {
    accounts.push((await live(person, staff)).id);
    await hush(owner, accounts);
  }
  const desk = staff.get('frontdesk@demo.example');
  if (desk) await closeAQuietDay(desk);
  // What nobody has seen in time was told again, as it would have been.
  await sweepFlags();
  await hush(owner, accounts);
  await owner.end();
  console.log(`Made a clinic with ${staff.size} staff and ${demoPeople.length} people, all of them made up.`);
}
process.exit(0);
