// Of appointments that a change of hours would leave outside, staff see initials and the way to the file, sent or not; and it is on the record.
import { as } from '@/db/client';
import { appointment } from '@/db/schema';
import { whoIsBooked } from '@/lib/review/who-is-booked';
import { expect, test } from '../../support/database';
import { anIntake, type Team, theTeam } from './made-up-intakes';

// A clinic of its own: its appointments are looked at here.

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

test('initials of whoever is booked, no more of their name, one line in the record', async ({
  database: { ownerSql: sql },
}) => {
  const name = 'Ida von Beispiel (made up)';
  const [sent, unsent] = [
    await anIntake({ B1: name }),
    await anIntake({ B1: name }, { upTo: 'booked', days: 8 }),
  ];
  const booked = await as(team.admin, (tx) => tx.select().from(appointment));
  const stranded = booked.map((one) => ({ ...one, why: 'time-off' as const }));
  const group = { stranded, zone: 'America/New_York', with: 'Rowan' };
  for (const actor of [team.frontDesk, team.clinician]) {
    const rows = await whoIsBooked(actor, team.clinician.id, [group]);
    const of = (clientId: string) => {
      const row = rows.find(({ id }) => id === booked.find((one) => one.clientId === clientId)?.id);
      return row && [row.initials, row.reference, row.with];
    };
    expect(of(sent.client.id)).toEqual(['IB', sent.reference, 'Rowan']);
    expect(of(unsent.client.id)).toEqual(['IB', unsent.reference, 'Rowan']);
    expect(JSON.stringify(rows)).not.toContain('Beispiel');
  }
  const lines = await sql`select actor_id, detail from audit_event
    where event = 'hours.previewed' and subject = ${team.clinician.id} order by seq`;
  expect(lines.map(({ actor_id }) => actor_id)).toEqual([team.frontDesk.id, team.clinician.id]);
  expect(JSON.parse(lines[0]?.detail).appointments).toEqual(booked.map(({ id }) => id).sort());
  await whoIsBooked(team.lead, team.clinician.id, [{ stranded: [], zone: 'UTC' }]);
  const [count] = await sql`select count(*)::int as n from audit_event where event = 'hours.previewed'`;
  expect(count?.n, 'who saw nobody leaves no line').toBe(2);
});
