// Every danger sign there is for a clinician to see to, the most pressing first, ten at a time.
import { and, type SQL, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { firstSessionOfFlag } from './case-of';
import { OUTCOMES } from './flag-events';
import { type FlagRow, flagRows } from './flag-rows';
import { isClinical, type Staff } from './submission-by-reference';

export const FLAGS_A_PAGE = 10;

/** `open`: not closed. `mine`: open, and in my hands, of my clients, or told to me. `late`: nobody has seen it in time. */
export const FLAG_CHOICES = ['open', 'mine', 'late', 'closed'] as const;
export type FlagChoice = (typeof FLAG_CHOICES)[number];

/** Raw, as in the address: what makes no sense is ignored. */
export type FlagsAsked = { show?: string; after?: string };
export type FlagList = { rows: FlagRow[]; show: FlagChoice; next: string | null; zone: string };

/** Null for whoever may see no flag. Having looked is one line in the record, with which ones it showed. */
export async function readFlags(actor: Staff, asked: FlagsAsked): Promise<FlagList | null> {
  if (!isClinical(actor)) return null;
  const show = FLAG_CHOICES.find((each) => each === asked.show) ?? 'open';
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const found = await placesAfter(tx, actor, show, readPlace(asked.after));
    const page = found.slice(0, FLAGS_A_PAGE);
    const rows = await flagRows(tx, actor, page);
    const last = found.length > FLAGS_A_PAGE ? page.at(-1) : undefined;
    const detail = {
      ...{ show, flags: page.map(({ id }) => id) },
      submissions: [...new Set(page.map(({ submissionId }) => submissionId))],
    };
    await record(tx, { event: 'flag.listed', subject: 'clinic', detail });
    return { rows, show, zone, next: last ? [last.rank, last.at, last.id].join('_') : null };
  });
}

type Place = { rank: number; at: number; id: string };

const happened = (kinds: readonly string[]) => sql`exists (select from flag_event e where e.flag_id = f.id
  and e.kind in (${sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  )}))`;
const seen = sql`exists (select from flag_event e where e.flag_id = f.id)`;
const closed = happened(OUTCOMES);
/** By when it must be acknowledged; of an amber one a day before the first session, if there is one. */
const due = sql`coalesce(f.due_at, ${firstSessionOfFlag} - interval '1 day')`;

/** Later than anything. Milliseconds. */
const NEVER = sql.raw('9000000000000000::bigint');
const milliseconds = (instant: SQL) => sql`floor(extract(epoch from ${instant}) * 1000)::bigint`;

/** Nobody has seen it before somebody has; the urgent before the rest; then by when it is due. Closed: the newest first. */
async function placesAfter(tx: Tx, actor: Staff, show: FlagChoice, after: Place | null) {
  const level = sql`case f.level when 'red-urgent' then 0 when 'red' then 1 else 2 end`;
  const rank = show === 'closed' ? sql`0` : sql`${level} + case when ${seen} then 3 else 0 end`;
  const closedAt = sql`(select max(e.at) from flag_event e where e.flag_id = f.id)`;
  const at =
    show === 'closed' ? sql`-${milliseconds(closedAt)}` : sql`coalesce(${milliseconds(due)}, ${NEVER})`;
  const rows = await tx.execute<{ id: string; submission_id: string; rank: number; at: string }>(sql`
    select id, submission_id, rank, at
    from (select f.id, f.submission_id, (${rank})::int as rank, ${at} as at from flag f where ${which(actor, show)}) ranked
    where ${after ? sql`(rank, at, id) > (${after.rank}::int, ${after.at}::bigint, ${after.id}::uuid)` : sql`true`}
    order by rank, at, id
    limit ${FLAGS_A_PAGE + 1}`);
  return rows.map(({ id, submission_id: submissionId, rank, at }) => ({
    id,
    submissionId,
    rank,
    at: Number(at),
  }));
}

function which(actor: Staff, show: FlagChoice): SQL | undefined {
  if (show === 'closed') return closed;
  const open = sql`not ${closed}`;
  if (show === 'late') return and(sql`not ${seen}`, sql`${due} < ${clock.now().toISOString()}::timestamptz`);
  return show === 'mine' ? and(open, isMine(actor.id)) : open;
}

const isMine = (id: string) => sql`(
  (select e.by_id from flag_event e where e.flag_id = f.id and e.kind in ('acknowledged', 'taken-over')
    order by e.at desc, e.id desc limit 1) = ${id}::uuid
  or (not ${seen} and (
    exists (select from notice n where n.about_id = f.id and n.account_id = ${id}::uuid)
    or exists (select from submission s where s.id = f.submission_id and s.assignee_id = ${id}::uuid)
    or exists (select from appointment a where a.client_id = f.client_id and a.clinician_id = ${id}::uuid
      and a.status <> 'cancelled'))))`;

/** Null when it was never one of ours. */
function readPlace(given: string | undefined): Place | null {
  const [, rank, at, id] =
    /^([0-5])_(-?\d{1,16})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(given ?? '') ?? [];
  return id === undefined ? null : { rank: Number(rank), at: Number(at), id };
}
