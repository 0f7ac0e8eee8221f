// A clinic that has only just begun: no clinician, nobody booked, and a calendar all the same.
import { readCalendar } from '@/lib/calendar/calendar';
import { clientsToBook } from '@/lib/calendar/clients-to-book';
import { expect, test } from '@/tests/support/database';
import { itIs, madeUpClinician, openClinic } from '../scheduling/made-up-clinic';
import { aStaffMember } from './made-up-diary';

test.afterAll(() => itIs(new Date().toISOString()));

test('without clinicians the week is empty, and with one who has nobody yet it shows their hours', async ({
  database: { ownerSql: sql },
}) => {
  itIs('2026-11-20T08:00Z');
  await openClinic(sql);
  const desk = await aStaffMember(sql, 'front-desk');
  const empty = await readCalendar(desk, { span: 'week' });
  expect(empty).toMatchObject({ rows: [], clinicians: [], chosen: null });
  expect(empty.days).toHaveLength(7);
  expect(await clientsToBook(desk, 'Nobody')).toEqual([]);

  await madeUpClinician(sql);
  const [row] = (await readCalendar(desk, { span: 'week' })).rows;
  expect(row?.cells.map(({ appointments }) => appointments.length)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(row?.cells.every(({ hours, off }) => hours.length === 1 && off.length === 0)).toBe(true);
});
