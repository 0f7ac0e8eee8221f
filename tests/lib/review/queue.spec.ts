// The queue puts the most pressing first, page by page, and is found by what is sealed.
import { as } from '@/db/client';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { acceptSubmission } from '@/lib/review/accept-submission';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { assignSubmission } from '@/lib/review/assign-submission';
import { beginReview } from '@/lib/review/begin-review';
import { type Queue, type QueueAsked, readQueue } from '@/lib/review/queue';
import { COUNTED_TO } from '@/lib/review/queue-counts';
import { filterFrom } from '@/lib/review/queue-filter';
import { readSubmission } from '@/lib/review/submission-file';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { arrive } from '@/scripts/demo/live-through';
import { expect, type TestDatabase, test } from '../../support/database';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

// A clinic of its own: what is made up here is in no other test's way.

const HOUR = 3_600_000;
let team: Team;

/** As if it had been done so many hours ago. */
async function ago<T>(hours: number, work: () => Promise<T>): Promise<T> {
  shiftClock(-hours * HOUR);
  try {
    return await work();
  } finally {
    shiftClock(0);
  }
}

test.beforeAll(async () => {
  await ago(800, theTeam);
  team = await theTeam();
});

const references = ({ rows }: Queue) => rows.map(({ reference }) => reference);
const orderOf = (queue: Queue, ...intakes: Intake[]) =>
  references(queue).filter((each) => intakes.some(({ reference }) => reference === each));

async function wholeQueue(actor: Staff, asked: QueueAsked = {}): Promise<Queue> {
  const first = await readQueue(actor, asked);
  const rows = [...first.rows];
  for (let next = first.next; next; ) {
    const page = await readQueue(actor, { ...asked, after: next });
    rows.push(...page.rows);
    next = page.next;
  }
  return { ...first, rows };
}

test('unacknowledged urgent red, then red, each by age, then open flags, then the soonest appointment, then the oldest', async () => {
  const oldest = await ago(400, () => anIntake({}, { days: 3 })); // its appointment is over
  const old = await ago(300, () => anIntake({}, { days: 2 })); // and so is this one's
  const later = await ago(2, () => anIntake({}, { days: 20 }));
  const sooner = await ago(1, () => anIntake({}, { days: 12 }));
  const amber = await anIntake({ J1: 'not-sure' }, { days: 24 });
  const red = await ago(30, () => anIntake({ J2: 'yes' }));
  const redder = await ago(10, () => anIntake({ J3: 'past-3-months' }));
  const urgent = await ago(1, () => anIntake({ J4: 'yes' }));

  const all = [oldest, old, later, sooner, amber, red, redder, urgent];
  const expected = [redder, urgent, red, amber, sooner, later, oldest, old].map(({ reference }) => reference);
  expect(orderOf(await wholeQueue(team.clinician), ...all)).toEqual(expected);

  const file = await readSubmission(team.clinician, red.reference);
  await acknowledgeFlag(team.clinician, { reference: red.reference, flagId: file?.flags[0]?.id ?? '' });
  const after = orderOf(await wholeQueue(team.clinician), ...all);
  // Acknowledged is not closed: it stands with the open flags, by its appointment.
  expect(after.slice(0, 4)).toEqual([redder, urgent, red, amber].map(({ reference }) => reference));

  // Front desk's queue has no flags in it, and so is in another order: by appointment and age alone.
  const desk = await wholeQueue(team.frontDesk);
  expect(desk.rows.every(({ flags }) => flags === null)).toBe(true);
  expect(orderOf(desk, red, sooner)).toEqual([red, sooner].map(({ reference }) => reference));
});

test('a red flag that is late says so, and stands before those of its level that are not', async ({
  database: { ownerSql },
}) => {
  const [older, late] = [await ago(1, () => anIntake({ J2: 'yes' })), await anIntake({ J2: 'yes' })];
  const urgent = await anIntake({ J4: 'yes' });
  await ownerSql`update flag set due_at = now() + interval '1 day' where submission_id in ${ownerSql([older.id, urgent.id])}`;
  await ownerSql`update flag set due_at = now() - interval '1 minute' where submission_id = ${late.id}`;
  const queue = await wholeQueue(team.clinician);
  expect(orderOf(queue, older, late, urgent)).toEqual(
    [urgent, late, older].map(({ reference }) => reference),
  );
  const flagsOfRow = ({ reference }: Intake) =>
    queue.rows
      .find((row) => row.reference === reference)
      ?.flags?.map(({ dueAt, late: isLate }) => [dueAt !== null, isLate]);
  expect(flagsOfRow(late)).toEqual([[true, true]]);
  expect(flagsOfRow(older)).toEqual([[true, false]]);
});

test('an unsent draft is there for clinicians once it holds a danger sign, and for nobody else', async () => {
  const quiet = await anIntake({}, { upTo: 'forms' });
  const flagged = await anIntake({ J4: 'yes' }, { upTo: 'forms' });
  const seen = orderOf(await wholeQueue(team.clinician), quiet, flagged);
  expect(seen).toEqual([flagged.reference]);
  expect(orderOf(await wholeQueue(team.frontDesk), quiet, flagged)).toEqual([]);
  expect(orderOf(await wholeQueue(team.admin), quiet, flagged)).toEqual([]);
});

/** Nothing in it but that it was sent. */
async function aSentOne(ownerSql: TestDatabase['ownerSql']) {
  const client = await arrive(`${newReference().toLowerCase()}@made-up.example`);
  const now = clock.now();
  await ownerSql`insert into submission
    (id, reference, client_id, status, definition_version, created_at, changed_at, submitted_at)
    values (${newId()}, ${newReference()}, ${client.id}, 'submitted', 'made up', ${now}, ${now}, ${now})`;
}

test('pages go by place: every row once, none skipped, each page at most twenty', async ({ database }) => {
  for (let count = 0; count < 45; count += 1) await aSentOne(database.ownerSql);
  const first = await readQueue(team.clinician, {});
  expect(first.rows).toHaveLength(20);
  expect(first.next).not.toBeNull();
  const whole = references(await wholeQueue(team.clinician));
  expect(new Set(whole).size).toBe(whole.length);
  expect(whole.slice(0, 20)).toEqual(references(first));
  expect(whole.length).toBeGreaterThan(40);
  const nonsense = await readQueue(team.clinician, {
    after: '0-1-2-3-<script>',
    ...filterFrom((name) => ({ status: 'anything', assignee: 'Robert', mine: 'maybe' })[name]),
  });
  expect(references(nonsense)).toEqual(references(first));
});

test('somebody is found by reference, by the whole e-mail address, or by how a name begins', async () => {
  const someone = await anIntake({ B1: 'Zélie Quibble (made up)', B2: 'Zoe Made-Up' });
  const find = async (words: string) =>
    (await readQueue(team.frontDesk, { words })).rows.map(({ reference }) => reference);
  const spoken = someone.reference.toLowerCase().replace(/^(.{4})/, '$1 ');
  for (const words of [someone.reference, spoken, someone.email.toUpperCase(), 'zel', 'Quib', 'zélie quib']) {
    expect(await find(words), words).toEqual([someone.reference]);
  }
  for (const words of ['ze', someone.email.slice(1), 'elie', '%', "' or 1=1 --"])
    expect(await find(words)).toEqual([]);
});

test('what was looked at is on the record, with no word of what was typed', async ({ database }) => {
  const { email, id } = await anIntake();
  await readQueue(team.frontDesk, { words: email });
  const rows = await database.ownerSql`
    select event, actor_id, detail from audit_event where subject = 'clinic' order by seq desc limit 1`;
  expect(rows[0]).toMatchObject({ event: 'submission.searched', actor_id: team.frontDesk.id });
  expect(rows[0]?.detail).toContain(id);
  expect(rows[0]?.detail).not.toContain(email);
});

test('initials stand for everybody until a name is asked for; whose was shown is on the record', async ({
  database,
}) => {
  const [one, other] = [await anIntake({ B1: 'Quill Underhay (made up)' }), await anIntake()];
  const namesIn = async (names?: QueueAsked['names']) => {
    const { rows } = await wholeQueue(team.frontDesk, names ? { names } : {});
    const named = (
      await database.ownerSql`
      select detail from audit_event where event = 'submission.listed' and actor_id = ${team.frontDesk.id}
      order by seq desc limit ${Math.ceil(rows.length / 20)}`
    ).flatMap((each) => JSON.parse(each.detail).named);
    return {
      named,
      rows: rows.filter(({ reference }) => [one, other].some((it) => it.reference === reference)),
    };
  };
  const hidden = await namesIn();
  expect(hidden.named).toEqual([]);
  expect(hidden.rows.map(({ name }) => name)).toEqual([null, null]);
  expect(hidden.rows.map(({ initials }) => initials)).toContain('QU');

  const single = await namesIn({ reference: one.reference });
  expect(single.named).toEqual([one.id]);
  expect(single.rows.flatMap(({ name }) => name ?? [])).toEqual(['Quill Underhay (made up)']);

  const all = await namesIn('all');
  expect(all.named).toEqual(expect.arrayContaining([one.id, other.id]));
});

test('a badge counts what stands behind a choice, and no further than it can say', async () => {
  const before = await readQueue(team.lead, {});
  await anIntake();
  await anIntake({}, { upTo: 'booked' });
  const { counts } = await readQueue(team.lead, {});
  const more = (choice: 'submitted' | 'booked-unsent') =>
    (counts[choice] ?? 0) - (before.counts[choice] ?? 0);
  expect([more('submitted'), more('booked-unsent')]).toEqual([1, 1]);
  expect(counts.open).toBe(Math.min(COUNTED_TO, (await wholeQueue(team.lead)).rows.length));
  expect([counts.closed, counts.declined]).toEqual([undefined, undefined]);
});

test('only one’s own are those one is booked with or assigned', async () => {
  const [booked, other] = [await anIntake(), await anIntake()];
  const appointment = await as(booked.client, (tx) => appointmentOf(tx, booked.client.id));
  const theirs: Staff = { kind: 'staff', id: appointment?.clinicianId ?? '', roles: ['clinician'] };
  expect(orderOf(await wholeQueue(theirs, { mine: true }), booked)).toEqual([booked.reference]);
  expect(orderOf(await wholeQueue(team.lead, { mine: true }), booked, other)).toEqual([]);

  await beginReview(team.lead, other.reference);
  await acceptSubmission(team.lead, other.reference);
  await assignSubmission(team.lead, { reference: other.reference, clinicianId: team.clinician.id });
  expect(orderOf(await wholeQueue(team.clinician, { mine: true }), other)).toEqual([other.reference]);

  // The badges of one's own say what stands behind each choice of them.
  const { counts } = await readQueue(team.clinician, { mine: true });
  for (const status of ['submitted', 'in-review', 'accepted', 'assigned'] as const)
    expect(counts[status], status).toBe(
      (await wholeQueue(team.clinician, { mine: true, status })).rows.length,
    );
  expect(counts.open).toBe((await wholeQueue(team.clinician, { mine: true })).rows.length);
  expect(counts.assigned).toBeGreaterThan(0);
});
