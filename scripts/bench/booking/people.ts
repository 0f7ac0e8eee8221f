// The made-up clinic the booking bench asks: twenty clinicians with a month of free times, and clients who may book, signed in.
import { writeFileSync } from 'node:fs';
import postgres from 'postgres';
import { as } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { allClinicians } from '@/lib/scheduling/clinicians';
import { openSlots } from '@/lib/scheduling/open-slots';
import { madeUpClient, madeUpClinician, openClinic } from '@/tests/lib/scheduling/made-up-clinic';
import { signedIn } from '@/tests/support/sessions';

const CLINICIANS = 20;
const [file, clients] = process.argv.slice(2);
if (!file || !clients) throw new Error('Say where to write, and how many clients.');

const owner = postgres(process.env.OWNER_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
await openClinic(owner);
for (let i = 0; i < CLINICIANS; i++) await madeUpClinician(owner);
const people: { id: string; token: string }[] = [];
for (let i = 0; i < Number(clients); i++) {
  const client = await madeUpClient(owner);
  people.push({ id: client.id, token: await signedIn(client) });
}
const free = await as({ kind: 'job', name: 'bench' }, async (tx) =>
  // None that would be too soon before the bench is done.
  openSlots(tx, await allClinicians(tx), { from: new Date(clock.now().getTime() + 30 * 3_600_000) }),
);
const slots = free.map(({ clinician, startsAt, endsAt }) => ({
  clinicianId: clinician.id,
  clinician: clinician.reference,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
}));
writeFileSync(file, JSON.stringify({ people, slots }));
await owner.end();
process.exit(0);
