// The queue's lanes give what its definition says: the same submissions in the same order, each once, for every choice and whoever asks.

import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type postgres from 'postgres';
import { as, type Tx } from '@/db/client';
import { submission } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import type { QueueNarrowed } from '@/lib/review/queue-choice';
import { COUNTED_TO, queueCounts } from '@/lib/review/queue-counts';
import { QUEUE_CHOICES } from '@/lib/review/queue-filter';
import { inTheirOrder, placesInLanes } from '@/lib/review/queue-lanes';
import type { Placed } from '@/lib/review/queue-place';
import { OPEN } from '@/lib/review/status';
import { isBooked, knownToStaff, pressesBeforeSending } from '@/lib/review/submission-by-reference';
import { expect, type TestDatabase, test } from '../../support/database';
import { type Staff, type Team, theTeam } from './made-up-intakes';
import { placesByDefinition } from './queue-by-definition';

const HOUR = 3_600_000;
const CLIENTS = 160;
let team: Team;
let clinicians: string[];
let now: number;

/** The same numbers in every run: what fails once fails again. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const roll = dice(7);
const oneOf = <T>(...of: T[]): T => of[roll(of.length)] as T;
/** Few different instants, so that many are the same. */
const someTime = (from: number, until: number) => new Date(now + (from + roll(until - from)) * 6 * HOUR);

const STATUSES = ['submitted', 'in-review', 'information-wanted', 'accepted', 'assigned'] as const;

async function aSubmission(sql: postgres.Sql, clientId: string, status: string) {
  const [id, begun] = [newId(), someTime(-80, -4)];
  await sql`insert into submission (id, reference, client_id, status, definition_version, assignee_id, created_at, changed_at, submitted_at)
    values (${id}, ${newReference()}, ${clientId}, ${status}, 'made up', ${roll(3) === 0 ? oneOf(...clinicians) : null},
      ${begun}, ${begun}, ${status === 'draft' ? null : someTime(-20, -1)})`;
  return id;
}

async function aFlag(sql: postgres.Sql, clientId: string, submissionId: string) {
  const [id, raised] = [newId(), someTime(-12, 0)];
  const level = oneOf('red-urgent', 'red', 'amber');
  await sql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at, due_at)
    values (${id}, ${submissionId}, ${clientId}, 'made up', ${level}, 'J4', ${raised}, ${level === 'amber' ? null : someTime(-3, 3)})`;
  for (const kind of oneOf(
    [],
    [],
    ['acknowledged'],
    ['acknowledged', 'attempt'],
    ['acknowledged', 'spoke'],
    ['assessed'],
  ))
    await sql`insert into flag_event (id, flag_id, client_id, kind, by_id, at)
      values (${newId()}, ${id}, ${clientId}, ${kind}, ${team.lead.id}, ${new Date(raised.getTime() + HOUR)})`;
}

/** Half of them overlap `now` or are around it. Nothing checks here that two don't meet: the order must stand that too. */
async function anAppointment(sql: postgres.Sql, clientId: string) {
  const [id, time, startsAt] = [newId(), newId(), new Date(someTime(-6, 24).getTime() - HOUR / 2)];
  const [endsAt, whose] = [new Date(startsAt.getTime() + HOUR), oneOf(...clinicians)];
  await sql`insert into clinician_time (id, clinician_id, occupied, kind, active)
    values (${time}, ${whose}, tstzrange(${startsAt}, ${endsAt}), 'appointment', false)`;
  await sql`insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time, format, status, form_token, created_at)
    values (${id}, ${newReference()}, ${clientId}, ${whose}, ${time}, ${startsAt}, ${endsAt}, 'Europe/London', '2026-01-01T10:00',
      'video', ${oneOf('booked', 'booked', 'booked', 'cancelled', 'attended')}, ${id}, ${startsAt})`;
}

async function aTask(sql: postgres.Sql, clientId: string) {
  await sql`insert into task (id, kind, client_id, due_at, created_at, done_at)
    values (${newId()}, ${oneOf('information', 'information', 'time-wanted', 'question', 'correction')}, ${clientId}, ${someTime(0, 9)}, ${someTime(-9, 0)},
      ${oneOf(null, null, someTime(-2, 0))})`;
}

async function aClient(sql: postgres.Sql) {
  const id = newId();
  await sql`insert into account (id, kind, email_index, email, created_at) values (${id}, 'client', ${id}, 'made up', ${someTime(-90, -80)})`;
  await sql`insert into client (id, created_at) values (${id}, ${someTime(-90, -80)})`;
  const files = [
    ...(roll(4) === 0 ? [oneOf('closed', 'declined')] : []),
    ...(roll(5) > 0 ? [oneOf('draft', ...STATUSES)] : []),
  ];
  for (const status of files) {
    const submissionId = await aSubmission(sql, id, status);
    for (let more = roll(5) - 2; more > 0; more -= 1) await aFlag(sql, id, submissionId);
  }
  for (let more = roll(4) - 1; more > 0; more -= 1) await anAppointment(sql, id);
  for (let more = roll(5) - 2; more > 0; more -= 1) await aTask(sql, id);
  return id;
}

test.beforeAll(async ({ database }) => {
  team = await theTeam();
  now = Math.floor(clock.now().getTime() / HOUR) * HOUR;
  const rows = await database.ownerSql`select id from clinician order by id`;
  clinicians = rows.map((row) => String(row.id));
  for (let count = 0; count < CLIENTS; count += 1) await aClient(database.ownerSql);
});

const everything: QueueNarrowed = { status: 'open', mine: false, flagged: false, assignee: null };

/** Which submissions a choice means, said plainly. */
function meant(tx: Tx, actor: Staff, { status, mine, flagged, assignee }: QueueNarrowed) {
  const unsent = eq(submission.status, 'draft');
  const withMe = sql`exists (select from appointment a where a.client_id = ${submission.clientId}
    and a.clinician_id = ${actor.id}::uuid and a.status <> 'cancelled')`;
  const ofStatus = () => {
    if (status === 'booked-unsent') return and(unsent, isBooked(tx));
    if (status !== 'open') return eq(submission.status, status);
    return or(inArray(submission.status, [...OPEN]), and(unsent, pressesBeforeSending(tx, actor)));
  };
  return and(
    knownToStaff(tx, actor),
    ofStatus(),
    mine ? or(eq(submission.assigneeId, actor.id), withMe) : undefined,
    flagged
      ? sql`exists (select from flag f where f.submission_id = ${submission.id}
          and not exists (select from flag_event e where e.flag_id = f.id))`
      : undefined,
    assignee === 'nobody' ? isNull(submission.assigneeId) : undefined,
    assignee && assignee !== 'nobody' ? eq(submission.assigneeId, assignee.id) : undefined,
  );
}

const byDefinition = (actor: Staff, narrowed: QueueNarrowed) =>
  as(actor, (tx) => placesByDefinition(tx, actor, meant(tx, actor, narrowed)));

async function byPages(actor: Staff, narrowed: QueueNarrowed, size: number, meanwhile?: () => Promise<void>) {
  const pages: Placed[][] = [];
  for (let last: Placed | null = null; ; ) {
    const page: Placed[] = await as(actor, (tx) => placesInLanes(tx, actor, narrowed, last, size));
    pages.push(page);
    if (page.length < size) return pages.flat();
    last = page.at(-1) ?? null;
    await meanwhile?.();
  }
}

/** Everything a member of staff may choose. */
const choices = (actor: Staff): QueueNarrowed[] =>
  QUEUE_CHOICES.flatMap((status) => [
    { ...everything, status },
    { ...everything, status, mine: true },
    { ...everything, status, flagged: true },
    { ...everything, status, assignee: 'nobody' as const },
    { ...everything, status, assignee: { id: actor.id } },
  ]);

const whoAsks = (): Staff[] => [
  ...clinicians.slice(0, 2).map((id): Staff => ({ kind: 'staff', id, roles: ['clinician'] })),
  team.lead,
  team.frontDesk,
];

test('the lanes give the same places in the same order as the definition, whatever is chosen and whoever asks', async () => {
  let compared = 0;
  for (const actor of whoAsks()) {
    for (const narrowed of choices(actor)) {
      const expected = await byDefinition(actor, narrowed);
      const found = await as(actor, (tx) => placesInLanes(tx, actor, narrowed, null, 10_000));
      expect(found, `${actor.roles} ${JSON.stringify(narrowed)}`).toEqual(expected);
      compared += expected.length;
    }
  }
  expect(compared).toBeGreaterThan(1_000);
  // Each band is there, those with an appointment to come and those without: nothing is left untried.
  const whole = await byDefinition(team.lead, everything);
  expect(new Set(whole.map(({ band }) => band)).size).toBe(7);
});

test('each badge counts those who stand behind its choice, however the queue is narrowed and whoever asks', async () => {
  let counted = 0;
  for (const actor of whoAsks()) {
    for (const narrowed of choices(actor).slice(0, 5)) {
      const counts = await as(actor, async (tx) => {
        await inTheirOrder(tx);
        return queueCounts(tx, actor, narrowed);
      });
      const meantBy = QUEUE_CHOICES.filter((status) => status !== 'declined' && status !== 'closed');
      expect(Object.keys(counts).sort()).toEqual([...meantBy].sort());
      for (const status of meantBy) {
        const { length } = await byDefinition(actor, { ...narrowed, status });
        expect(counts[status], `${actor.roles} ${JSON.stringify({ ...narrowed, status })}`).toBe(
          Math.min(COUNTED_TO, length),
        );
        counted += length;
      }
    }
  }
  expect(counted).toBeGreaterThan(500);
});

test('page by page nobody stands twice and nobody is skipped, however long a page is', async () => {
  for (const actor of [team.lead, team.frontDesk]) {
    for (const narrowed of [...choices(actor).slice(0, 4), { ...everything, status: 'closed' as const }]) {
      const expected = await byDefinition(actor, narrowed);
      for (const size of [3, 20]) expect(await byPages(actor, narrowed, size)).toEqual(expected);
    }
  }
});

test('whoever stays where they are is met once, also while others come, go and change their place', async ({
  database: { ownerSql },
}) => {
  const before = await byDefinition(team.lead, everything);
  const moved = new Set<string>();
  const found = await byPages(team.lead, everything, 6, async () => {
    const one = before[roll(before.length)];
    if (!one) return;
    moved.add(one.id);
    const [row] = await ownerSql`select client_id from submission where id = ${one.id}`;
    await oneOf(aFlag, async () => aTask(ownerSql, row?.client_id))(ownerSql, row?.client_id, one.id);
    await aClient(ownerSql);
  });
  const ids = found.map(({ id }) => id);
  const stayed = before.filter(({ id }) => !moved.has(id)).map(({ id }) => id);
  expect(ids.filter((id) => stayed.includes(id))).toEqual(stayed);
});

test('whether a flag waits or is closed is kept as its story says, and nobody can say otherwise', async ({
  database: { ownerSql, appSql },
}: {
  database: TestDatabase;
}) => {
  const [wrong] = await ownerSql`select count(*)::int as count from flag f
    where (seen_at is null) is distinct from (not exists (select from flag_event e where e.flag_id = f.id))
      or (closed_at is null) is distinct from (not exists (select from flag_event e where e.flag_id = f.id
        and e.kind not in ('acknowledged', 'taken-over', 'attempt')))
      or unsent is distinct from (select s.status = 'draft' from submission s where s.id = f.submission_id)`;
  expect(wrong?.count).toBe(0);
  const [one] = await ownerSql`select id, client_id, submission_id from flag limit 1`;
  await ownerSql`insert into flag (id, submission_id, client_id, rule, level, question, raised_at, seen_at, closed_at)
    values (${newId()}, ${one?.submission_id}, ${one?.client_id}, 'made up', 'red', 'J4', now(), now(), now())`;
  const [begun] = await ownerSql`select seen_at, closed_at from flag order by id desc limit 1`;
  expect(begun).toEqual({ seen_at: null, closed_at: null });
  await expect(appSql`update flag set closed_at = now()`).rejects.toThrow('permission denied');
});
