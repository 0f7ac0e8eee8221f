// A made-up clinic's files, as many as asked: of a thousand half are open, as of a new clinic; of a hundred thousand most are closed, as after many years.

import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { answerPlace } from '@/lib/forms/answers-of';
import { NORMALISER, namePrefixIndexes } from '@/lib/vault/indexes';
import { sealWith } from '@/lib/vault/seal';
import { type Dice, dice } from './dice';
import { HOUR, type Kinds, kindsOf, type Made, nameOf, signsOf, statusOf } from './made-up-files';

const A_TIME = 2_000;

type Row = Record<string, unknown>;
type Rows = Record<string, Row[]>;

/** Adds files `from` (counted from 0) until `until` of a clinic with `clinicians`. The same numbers give the same clinic. `sql` is the owner's. */
export async function putOnFile(
  sql: postgres.Sql,
  { from, until, clinicians }: { from: number; until: number; clinicians: readonly string[] },
) {
  const kinds = kindsOf(from, until);
  const today = Math.floor(clock.now().getTime() / HOUR) * HOUR;
  for (let start = from; start < until; start += A_TIME) {
    const rows: Rows = {};
    for (let n = start; n < Math.min(until, start + A_TIME); n += 1)
      addFile(rows, { n, today, clinicians, kinds, roll: dice(n + 1) });
    for (const [table, all] of Object.entries(rows)) await insert(sql, table, all);
  }
}

async function insert(sql: postgres.Sql, table: string, rows: Row[]) {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await sql.unsafe(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
    [JSON.stringify(rows)],
  );
}

type Asked = {
  n: number;
  today: number;
  clinicians: readonly string[];
  kinds: Kinds;
  roll: Dice;
};

const add = (rows: Rows, table: string, row: Row) => {
  rows[table] ??= [];
  rows[table].push(row);
};

function addFile(rows: Rows, asked: Asked) {
  const { n, today, clinicians, kinds, roll } = asked;
  const status = statusOf(n, kinds, roll);
  const open = status !== 'closed' && status !== 'declined';
  // The open ones of the last half year; the others of up to eight years.
  const begun = new Date(today - (open ? roll(180 * 24) : (180 + roll(7 * 365)) * 24 + roll(24)) * HOUR);
  const submitted = status === 'draft' ? null : new Date(begun.getTime() + (1 + roll(48)) * HOUR);
  const clinician = clinicians[roll(clinicians.length)] ?? '';
  const made: Made = { id: newId(), clientId: newId(), begun, status, open, clinician };
  add(rows, 'account', {
    ...{ id: made.clientId, kind: 'client', email_index: `on-file-${made.clientId}` },
    ...{ email: 'made up', locale: 'en', created_at: begun },
  });
  add(rows, 'client', { id: made.clientId, created_at: begun });
  const assigned = status === 'assigned' || status === 'closed' || (open && roll(4) === 0);
  add(rows, 'submission', {
    ...{
      id: made.id,
      reference: newReference(),
      client_id: made.clientId,
      status,
      definition_version: 'made up',
    },
    ...{ assignee_id: assigned ? clinician : null, created_at: begun, changed_at: submitted ?? begun },
    submitted_at: submitted,
  });
  addName(rows, made, nameOf(n, roll));
  for (let section = 1; section <= (status === 'draft' ? 4 : 6); section += 1)
    add(rows, 'section_confirmation', {
      ...{ submission_id: made.id, client_id: made.clientId, section: String(section), confirmed_at: begun },
    });
  addSigns(rows, made, asked);
  addAppointment(rows, made, asked);
}

/** Sealed under a key of their own, and found by its beginnings, as the real ones are. */
function addName(rows: Rows, { id, clientId, begun }: Made, name: string) {
  const [version = 0, master = Buffer.alloc(0)] = [...settings.masterKeys].at(-1) ?? [];
  const key = randomBytes(32);
  const place = { table: 'vault_key', column: 'wrapped', row: clientId };
  add(rows, 'vault_key', {
    ...{ subject_id: clientId, master_version: version, created_at: begun },
    wrapped: sealWith(master, `m${version}`, place, key.toString('base64')),
  });
  const answer = newId();
  const value = JSON.stringify({ state: 'answered', value: name });
  add(rows, 'answer', {
    ...{ id: answer, submission_id: id, client_id: clientId, question: 'B1', revision: 1 },
    ...{ definition_version: 'made up', locale: 'en', audience: 'all-staff', answered_at: begun },
    value: sealWith(key, 'k1', answerPlace(answer), value),
  });
  for (const mark of marksOf(name))
    add(rows, 'name_index', { client_id: clientId, version: NORMALISER, prefix_index: mark });
}

const known = new Map<string, string[]>();

function marksOf(name: string): string[] {
  const marks = known.get(name) ?? namePrefixIndexes(name);
  known.set(name, marks);
  return marks;
}

/** Some have a danger sign; of those of the open ones some wait, as many are seen, and the others closed. And one in eighty open ones gave what was asked. */
function addSigns(rows: Rows, { id, clientId, open, begun, clinician }: Made, { n, roll, today }: Asked) {
  const { every, waits } = signsOf(n);
  if (open && roll(80) === 0)
    add(rows, 'task', {
      ...{ id: newId(), kind: 'information', client_id: clientId, created_at: new Date(today - 9 * HOUR) },
      due_at: new Date(today + 39 * HOUR),
    });
  if (roll(every) > 0) return;
  const flag = newId();
  const level = ['amber', 'red', 'red-urgent'][roll(3)];
  const raised = open ? new Date(today - roll(400) * HOUR) : begun;
  add(rows, 'flag', {
    ...{ id: flag, submission_id: id, client_id: clientId, rule: 'made up', level, question: 'J4' },
    ...{ raised_at: raised, due_at: level === 'amber' ? null : new Date(raised.getTime() + 24 * HOUR) },
  });
  const left = open ? roll(waits) : 2;
  const kinds = left === 0 ? [] : left === 1 ? ['acknowledged'] : ['acknowledged', 'spoke'];
  kinds.forEach((kind, i) => {
    add(rows, 'flag_event', {
      ...{ id: newId(), flag_id: flag, client_id: clientId, kind, by_id: clinician },
      at: new Date(raised.getTime() + (i + 1) * HOUR),
    });
  });
}

/** How many hours each clinician has been given so far, behind us and to come. */
const diary = new Map<string, { past: number; coming: number }>();

/** Who was seen has been once; of the open ones two in five are expected. A clinician has one at a time. */
function addAppointment(rows: Rows, { clientId, open, status, clinician, begun }: Made, asked: Asked) {
  const days = diary.get(clinician) ?? { past: 0, coming: 0 };
  diary.set(clinician, days);
  if (status === 'declined' || (open && asked.roll(5) > 1)) return;
  if (open) days.coming += 1;
  else days.past += 1;
  const at = new Date(asked.today + (open ? 24 + days.coming * 2 : -24 - days.past) * HOUR);
  const [id, time, ends] = [newId(), newId(), new Date(at.getTime() + HOUR)];
  add(rows, 'clinician_time', {
    ...{ id: time, clinician_id: clinician, kind: 'appointment', active: true },
    occupied: `[${at.toISOString()},${ends.toISOString()})`,
  });
  add(rows, 'appointment', {
    ...{ id, reference: newReference(), client_id: clientId, clinician_id: clinician, time_id: time },
    ...{ starts_at: at, ends_at: ends, zone: 'Europe/London', local_time: at.toISOString().slice(0, 16) },
    ...{
      format: 'video',
      status: open ? 'booked' : 'attended',
      sequence: 0,
      form_token: id,
      created_at: begun,
    },
  });
}
