// Hours are set by whoever may, with their effect seen first; nobody books into what is gone, and Postgres itself says whose hours they are.
import { sql as query } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { type Actor, as, type Role } from '@/db/client';
import { newId } from '@/lib/env/ids';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { cancelAppointment } from '@/lib/scheduling/cancel-appointment';
import { changeDays, type DaysAsked, previewDays } from '@/lib/scheduling/change-days';
import { changeHolidays, previewHolidays } from '@/lib/scheduling/change-holidays';
import type { DaysOfException } from '@/lib/scheduling/days-typed';
import { estimateDueOnRequest } from '@/lib/scheduling/estimate-due';
import { type HoursSetting, hoursToBeginWith } from '@/lib/scheduling/hours-setting';
import type { HoursInput } from '@/lib/scheduling/hours-typed';
import { holidaysAhead, listHours, readHours } from '@/lib/scheduling/read-hours';
import { previewHours, saveHours } from '@/lib/scheduling/save-hours';
import { expect, test } from '@/tests/support/database';
import { aStaffMember } from '@/tests/support/people';
import {
  ADMIN,
  askingFor,
  freeTimes,
  itIs,
  madeUpClient,
  madeUpClinician,
  openClinic,
  referenceOf,
} from './made-up-clinic';

// A database of its own: hours change here.

type Staff = Extract<Actor, { kind: 'staff' }>;

test.beforeEach(async ({ database }) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(database.ownerSql);
});
test.afterAll(() => itIs(new Date().toISOString()));

const admin: Staff = { ...ADMIN, roles: ['admin'] };
const as_ = (role: Role, id: string = newId()): Staff => ({ kind: 'staff', id, roles: [role] });

async function hoursNow(reference: string) {
  const hours = await readHours(admin, reference);
  if (!hours) throw new Error('nobody');
  return hours;
}

/** What the form would post after this change. */
async function formOf(clinicianId: string, change: Partial<HoursSetting> = {}) {
  const reference = await referenceOf(clinicianId);
  const { setting, stamp } = await hoursNow(reference);
  if (!setting) throw new Error('no hours');
  const input: HoursInput = { ...setting, ...change, regions: change.regions ?? null };
  return { clinician: reference, input, stamp };
}

type Form = Awaited<ReturnType<typeof formOf>>;

/** Looks, and saves what was seen, with that many appointments said to stay. */
async function lookAndSave(actor: Staff, form: Form, confirmed = '') {
  const looked = await previewHours(actor, form);
  return looked.ok ? saveHours(actor, { ...form, shown: looked.shown, confirmed }) : looked;
}

const mornings = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  ...{ weekday, startsLocal: '09:00', endsLocal: '12:00', effectiveFrom: null, effectiveUntil: null },
}));

const startsOf = (slots: { startsAt: Date }[]) => slots.map(({ startsAt }) => startsAt.toISOString());

/** The last change of somebody's hours, as it stands in the record. */
const lastChange = async (sql: Sql, subject: string) => {
  const [row] = await sql`select actor_id, detail from audit_event
    where subject = ${subject} and event = 'hours.changed' order by seq desc limit 1`;
  return row && { by: row.actor_id, detail: JSON.parse(row.detail) };
};

test('the times a change was said to open and close are those that clients are offered after it', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const [before, client] = [await freeTimes(id), await madeUpClient(sql)];
  await bookAppointment(client, askingFor(before[2]));
  const form = await formOf(id, { rules: mornings, sessionMinutes: 80, horizonDays: 40, dailyMaximum: 2 });
  const looked = await previewHours(as_('clinician', id), form);
  if (!looked.ok) throw new Error(looked.reason);
  expect(startsOf(looked.effect.before)).toEqual(startsOf(await freeTimes(id)));
  expect(startsOf(await freeTimes(id)), 'looking changes nothing').not.toEqual(startsOf(looked.effect.after));
  expect(await lookAndSave(as_('clinician', id), form)).toEqual({ ok: true });
  expect(startsOf(await freeTimes(id))).toEqual(startsOf(looked.effect.after));
  expect(await lastChange(sql, id)).toEqual({
    by: id,
    detail: {
      changed: ['rules', 'sessionMinutes', 'horizonDays', 'dailyMaximum'],
      opened: looked.effect.opens.length,
      closed: looked.effect.closes.length,
      stranded: [],
    },
  });
});

test('a booked appointment is left outside only when it was shown and said to stay, and stays booked', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const afternoon = (await freeTimes(id)).find(({ startsAt }) => startsAt.getUTCHours() === 14);
  const client = await madeUpClient(sql);
  await bookAppointment(client, askingFor(afternoon));
  const form = await formOf(id, { rules: mornings });
  expect(await lookAndSave(admin, form)).toEqual({ ok: false, reason: 'not-confirmed' });
  expect(await lookAndSave(admin, form, '2')).toEqual({ ok: false, reason: 'not-confirmed' });
  expect((await hoursNow(form.clinician)).setting?.rules[0]?.endsLocal, 'nothing was saved').toBe('17:00');
  expect(await lookAndSave(admin, form, '1')).toEqual({ ok: true });
  const [row] = await sql`select id, status from appointment`;
  expect(row?.status).toBe('booked');
  expect((await lastChange(sql, id))?.detail.stranded).toEqual([row?.id]);
  // The next change does not leave it outside once more.
  expect(await lookAndSave(admin, await formOf(id, { dailyMaximum: 3 }))).toEqual({ ok: true });
});

test('who books between looking and saving is looked at again, and who cancels is not asked about', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const afternoons = (await freeTimes(id)).filter(({ startsAt }) => startsAt.getUTCHours() === 14);
  const form = await formOf(id, { rules: mornings });
  const looked = await previewHours(admin, form);
  if (!looked.ok) throw new Error(looked.reason);
  const client = await madeUpClient(sql);
  const mine = await bookAppointment(client, askingFor(afternoons[0]));
  const saved = await saveHours(admin, { ...form, shown: looked.shown, confirmed: '' });
  expect(saved).toEqual({ ok: false, reason: 'shown-otherwise' });
  const again = await previewHours(admin, form);
  if (!again.ok || !mine.ok) throw new Error('not looked');
  expect(again.effect.stranded).toHaveLength(1);
  await cancelAppointment(client, mine.reference);
  expect(await saveHours(admin, { ...form, shown: again.shown, confirmed: '1' })).toEqual({
    ...{ ok: false, reason: 'shown-otherwise' },
  });
  expect(await lookAndSave(admin, form)).toEqual({ ok: true });
});

test('a save and a booking of a time it takes away end with one of them, sixteen times over', async ({
  database: { ownerSql: sql },
}) => {
  const outcomes = new Set<string>();
  const clients = [await madeUpClient(sql), await madeUpClient(sql), await madeUpClient(sql)];
  for (let round = 0; round < 16; round += 1) {
    const id = await madeUpClinician(sql, { name: `Round ${round} (made up)` });
    const afternoons = (await freeTimes(id)).filter(({ startsAt }) => startsAt.getUTCHours() === 14);
    const form = await formOf(id, { rules: mornings });
    const looked = await previewHours(admin, form);
    if (!looked.ok) throw new Error(looked.reason);
    const save = () => saveHours(admin, { ...form, shown: looked.shown, confirmed: '' });
    const [saved, ...booked] = await Promise.all([
      round % 2 === 0 ? save() : new Promise((later) => setTimeout(later, round * 4)).then(save),
      ...clients.map((client, at) => bookAppointment(client, askingFor(afternoons[at]))),
    ]);
    const won = booked.filter(({ ok }) => ok).length;
    if (saved.ok) {
      expect(won, `round ${round}`).toBe(0);
      for (const one of booked) expect(one).toEqual({ ok: false, reason: 'not-offered' });
    } else expect({ reason: saved.reason, won: won > 0 }).toEqual({ reason: 'shown-otherwise', won: true });
    outcomes.add(saved.ok ? 'saved' : 'booked');
    await sql`update appointment set status = 'cancelled'`;
    await sql`update clinician_time set active = false`;
  }
  expect([...outcomes].sort(), 'each was first at least once').toEqual(['booked', 'saved']);
});

test('of two who set the same hours one is taken, and the other is told; days are put in side by side', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const [one, other] = [await formOf(id, { dailyMaximum: 2 }), await formOf(id, { dailyMaximum: 3 })];
  const answers = await Promise.all([lookAndSave(admin, one), lookAndSave(as_('lead'), other)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'changed-meanwhile' }]);
  // The same form once more says what stands: that is no change.
  const same = answers[0]?.ok ? one : other;
  expect(await saveHours(admin, { ...same, shown: '', confirmed: '' })).toEqual({ ok: true });
});

const day = (from: string, change: Partial<DaysOfException> = {}): DaysOfException => ({
  ...{ kind: 'off', from, until: from, startsLocal: null, endsLocal: null },
  ...change,
});

async function lookAndChange(actor: Staff, asked: DaysAsked, confirmed = '') {
  const looked = await previewDays(actor, asked);
  return looked.ok ? changeDays(actor, { ...asked, shown: looked.shown, confirmed }) : looked;
}

test('time off takes its times away, a part of a day or a range; taken out again they are back; twice is once', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const clinician = await referenceOf(id);
  const before = startsOf(await freeTimes(id));
  const range: DaysAsked = { clinician, what: 'add', days: day('2026-11-25', { until: '2026-11-27' }) };
  const looked = await previewDays(as_('front-desk'), range);
  if (!looked.ok) throw new Error(looked.reason);
  expect(await lookAndChange(as_('front-desk', ADMIN.id), range)).toEqual({ ok: true });
  expect(await lookAndChange(admin, range)).toEqual({ ok: true });
  expect(await sql`select 1 from availability_exception`).toHaveLength(3);
  expect(startsOf(await freeTimes(id))).toEqual(startsOf(looked.effect.after));
  expect(before.filter((at) => /^2026-11-2[567]/.test(at))).toEqual(startsOf(looked.effect.closes));
  const partOf = day('2026-11-30', { startsLocal: '09:00', endsLocal: '10:30' });
  expect(await lookAndChange(admin, { clinician, what: 'add', days: partOf })).toEqual({ ok: true });
  expect(startsOf(await freeTimes(id)).filter((at) => at.startsWith('2026-11-30'))[0]).toContain('T11:00');
  const extra = day('2026-11-30', { kind: 'extra', startsLocal: '19:00', endsLocal: '20:00' });
  expect(await lookAndChange(admin, { clinician, what: 'add', days: extra })).toEqual({ ok: true });
  expect(startsOf(await freeTimes(id))).toContain('2026-11-30T19:00:00.000Z');
  for (const days of [range.days, partOf, extra, extra])
    expect(await lookAndChange(admin, { clinician, what: 'remove', days })).toEqual({ ok: true });
  expect(startsOf(await freeTimes(id))).toEqual(before);
  const events = await sql`select event from audit_event where subject = ${id} order by seq`;
  expect(events.map(({ event }) => event)).toEqual([
    ...['exception.added', 'exception.added', 'exception.added'],
    ...['exception.removed', 'exception.removed', 'exception.removed'],
  ]);
});

test('time off over a booked appointment is said first, and so is taking extra hours away from one', async ({
  database: { ownerSql: sql },
}) => {
  const id = await madeUpClinician(sql);
  const clinician = await referenceOf(id);
  const evening = day('2026-11-25', { kind: 'extra', startsLocal: '19:00', endsLocal: '20:00' });
  await lookAndChange(admin, { clinician, what: 'add', days: evening });
  const late = (await freeTimes(id)).find(({ startsAt }) => startsAt.getUTCHours() === 19);
  await bookAppointment(await madeUpClient(sql), askingFor(late));
  for (const asked of [
    { clinician, what: 'remove' as const, days: evening },
    { clinician, what: 'add' as const, days: day('2026-11-25') },
  ]) {
    expect(await lookAndChange(admin, asked)).toEqual({ ok: false, reason: 'not-confirmed' });
    const looked = await previewDays(admin, asked);
    expect(looked.ok && looked.effect.stranded).toMatchObject([{ startsAt: late?.startsAt }]);
  }
});

test('a closed day closes everybody’s, is told for each, and is no working day for an estimate', async ({
  database: { ownerSql: sql },
}) => {
  const ids = [await madeUpClinician(sql), await madeUpClinician(sql, { zone: 'America/New_York' })];
  const asked = { what: 'add' as const, from: '2026-11-24', until: '2026-11-25' };
  const first = (await freeTimes(ids[0] ?? '')).find(({ startsAt }) => startsAt.getUTCDate() === 24);
  await bookAppointment(await madeUpClient(sql), askingFor(first));
  const looked = await previewHolidays(admin, asked);
  if (!looked.ok) throw new Error(looked.reason);
  expect(looked.people.map(({ effect }) => effect.stranded.length)).toEqual(
    looked.people.map(({ file }) => (file.id === ids[0] ? 1 : 0)),
  );
  const seen = { shown: looked.shown, confirmed: '' };
  expect(await changeHolidays(admin, { ...asked, ...seen })).toEqual({ ok: false, reason: 'not-confirmed' });
  expect(await changeHolidays(as_('lead'), { ...asked, ...seen })).toEqual({
    ok: false,
    reason: 'not-allowed',
  });
  expect(await changeHolidays(admin, { ...asked, ...seen, confirmed: '1' })).toEqual({ ok: true });
  for (const { file, effect } of looked.people)
    expect(startsOf(await freeTimes(file.id))).toEqual(startsOf(effect.after));
  const { holidays, zone } = await holidaysAhead(admin);
  expect(holidays).toEqual(['2026-11-24', '2026-11-25', '2026-12-25']);
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday }));
  // Monday, Thursday and Friday are left of those days.
  expect(estimateDueOnRequest({ zone, hours, holidays }, new Date('2026-11-20T12:00Z'))).toEqual(
    new Date('2026-11-28T00:00Z'),
  );
  const open = { what: 'remove' as const, from: '2026-11-24', until: '2026-11-25' };
  const back = await previewHolidays(admin, open);
  expect(back.ok && back.people.every(({ effect }) => effect.opens.length > 0)).toBe(true);
});

test('somebody who has no hours yet is listed, sets their own, and is licensed by somebody else', async ({
  database: { ownerSql: sql },
}) => {
  const { id } = await aStaffMember('clinician');
  const mine = as_('clinician', id);
  const listed = (await listHours(mine)).find((one) => one.id === id);
  expect(listed?.setting).toBeNull();
  const clinician = listed?.reference ?? '';
  const begin = { ...hoursToBeginWith('Europe/London'), rules: mornings, formats: ['video'] };
  const form = { clinician, input: { ...begin, regions: null }, stamp: 'none' };
  expect(await previewDays(mine, { clinician, what: 'add', days: day('2026-11-25') })).toEqual({
    ...{ ok: false, reason: 'no-hours' },
  });
  const licensed = { ...form, input: { ...begin, regions: ['GB-ENG'] } };
  expect(await lookAndSave(mine, licensed)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await lookAndSave(mine, form)).toEqual({ ok: true });
  expect((await freeTimes(id)).length).toBeGreaterThan(20);
  const [row] = await sql`select regions from clinician where id = ${id}`;
  expect(row?.regions).toEqual([]);
  expect(await lookAndSave(as_('lead'), await formOf(id, { regions: ['GB-ENG'] }))).toEqual({ ok: true });
  expect((await hoursNow(clinician)).setting?.regions).toEqual(['GB-ENG']);
});

test('nobody sets hours that are not theirs to set', async ({ database: { ownerSql: sql } }) => {
  const [id, other] = [await madeUpClinician(sql), await madeUpClinician(sql)];
  const form = await formOf(id, { dailyMaximum: 1 });
  const refused = { ok: false, reason: 'not-allowed' };
  expect(await lookAndSave(as_('clinician', other), form)).toEqual(refused);
  expect(await lookAndSave(as_('front-desk'), form)).toEqual(refused);
  const days: DaysAsked = { clinician: form.clinician, what: 'add', days: day('2026-11-25') };
  expect(await lookAndChange(as_('clinician', other), days)).toEqual(refused);
  expect(await previewHours(admin, { ...form, clinician: '0123456789ab' })).toEqual({
    ...{ ok: false, reason: 'unknown' },
  });
});

test('Postgres itself says whose hours somebody may write, also past the application', async ({
  database: { ownerSql: sql },
}) => {
  const [mine, theirs] = [await madeUpClinician(sql), await madeUpClinician(sql)];
  const rule = (whose: string) => query`insert into availability_rule
    (id, clinician_id, weekday, starts_local, ends_local) values (${newId()}, ${whose}, 1, '06:00', '07:00')`;
  const off = (whose: string) => query`insert into availability_exception
    (id, clinician_id, on_date, kind) values (${newId()}, ${whose}, '2026-12-01', 'off')`;
  const setting = (whose: string) => query`update clinician set daily_maximum = 9 where id = ${whose}`;
  const licence = (whose: string) => query`update clinician set regions = '{US-CA}' where id = ${whose}`;
  const noRules = (whose: string) => query`delete from availability_rule where clinician_id = ${whose}`;

  /** `true`: it changed a row, and was then undone. */
  const may = async (actor: Actor, statement: ReturnType<typeof rule>) => {
    class Undo extends Error {}
    let rows = 0;
    try {
      await as(actor, async (tx) => {
        rows = (await tx.execute(statement)).count;
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) return false;
    }
    return rows > 0;
  };
  const all = async (actor: Actor, whose: string) => {
    const able = [];
    for (const [name, statement] of Object.entries({ rule, off, setting, licence, noRules }))
      if (await may(actor, statement(whose))) able.push(name);
    return able;
  };

  expect(await all(as_('clinician', mine), mine)).toEqual(['rule', 'off', 'setting', 'noRules']);
  expect(await all(as_('clinician', mine), theirs)).toEqual([]);
  expect(await all(as_('front-desk', mine), theirs)).toEqual(['off']);
  for (const role of ['lead', 'admin'] as const)
    expect(await all(as_(role), theirs)).toEqual(['rule', 'off', 'setting', 'licence', 'noRules']);
  const nobody: Actor[] = [
    { kind: 'client', id: mine },
    { kind: 'job', name: 'test' },
    { ...as_('clinician', mine), roles: [] },
    { kind: 'bearer', secret: 'x' },
  ];
  for (const actor of nobody) expect(await all(actor, mine), actor.kind).toEqual([]);
  const gone = (actor: Actor) => may(actor, query`delete from clinician where id = ${theirs}`);
  expect(await gone(admin), 'a clinician’s row is never taken away').toBe(false);
});
