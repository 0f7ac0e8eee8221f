// Opens the demo's clinic: its staff, enrolled for their second factor; its settings, hours and documents.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import {
  account,
  availabilityRule,
  clinician,
  clinicSetting,
  staffMember,
  staffSecondFactor,
} from '@/db/schema';
import { makeAccount } from '@/lib/accounts/make-account';
import { newTotpSecret } from '@/lib/accounts/totp';
import { record } from '@/lib/audit/record';
import { addShift } from '@/lib/clinic/change-rota';
import { neutralName } from '@/lib/clinic/neutral-name';
import { stampOfPlaces } from '@/lib/clinic/referral-places';
import { saveReferralPlaces } from '@/lib/clinic/save-referral-places';
import { publishDefaults } from '@/lib/documents/publish-defaults';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { emailIndex } from '@/lib/vault/indexes';
import { CLINIC, makeClinicKey, sealFor } from '@/lib/vault/keys';
import { demoClinic, demoPlaces } from './clinic';
import { demoRota, demoStaff, type StaffMember } from './staff';

type Staff = Actor & { kind: 'staff' };

/** Before there is any admin, the clinic itself lets the first people in. */
const theClinic: Staff = { kind: 'staff', id: CLINIC, roles: ['admin'] };

/** Staff by their e-mail address, as actors. */
export async function openDemoClinic(): Promise<Map<string, Staff>> {
  await as({ kind: 'job', name: 'seed' }, makeClinicKey);
  const staff = new Map<string, Staff>();
  for (const person of demoStaff) staff.set(person.email, await letIn(person));
  const admin = staff.get('admin@demo.example');
  if (!admin) throw new Error('The demo has no admin.');
  const clinic = demoClinic;
  const short = neutralName(clinic.shortName);
  if (!short.ok) throw new Error(`The demo's short name can be read by anybody: ${short.reason}.`);
  await as(admin, async (tx) => {
    await tx.insert(clinicSetting).values({ data: clinic, changedAt: clock.now() }).onConflictDoNothing();
    await record(tx, { event: 'clinic.changed', subject: 'clinic' });
  });
  await saveReferralPlaces(admin, { places: demoPlaces, stamp: stampOfPlaces([]) });
  await publishDefaults(admin);
  await fillRota(admin, staff);
  return staff;
}

/** Opened again, what is there stays as it is. */
async function fillRota(admin: Staff, staff: ReadonlyMap<string, Staff>) {
  for (const { email, weekdays, from, until } of demoRota)
    for (const weekday of weekdays)
      await addShift(admin, {
        ...{ staffId: staff.get(email)?.id ?? '', weekday, onDate: null },
        ...{ startsLocal: from, endsLocal: until },
      });
}

async function letIn(person: StaffMember): Promise<Staff> {
  const known = await as(theClinic, (tx) =>
    tx
      .select({ id: account.id })
      .from(account)
      .where(eq(account.emailIndex, emailIndex(person.email))),
  );
  const id = known[0]?.id ?? (await as(theClinic, (tx) => makeStaff(tx, person)));
  await enrol(id);
  return { kind: 'staff', id, roles: person.roles };
}

async function makeStaff(tx: Parameters<Parameters<typeof as>[1]>[0], person: StaffMember): Promise<string> {
  const id = await makeAccount(tx, 'staff', person.email);
  const { name, credential, roles, practice } = person;
  await tx.insert(staffMember).values({ id, name, credential, roles });
  if (practice) {
    const { hours, ...rest } = practice;
    await tx.insert(clinician).values({ id, ...rest });
    await tx
      .insert(availabilityRule)
      .values(hours.map((each) => ({ id: newId(), clinicianId: id, ...each })));
  }
  await record(tx, { event: 'staff.invited', subject: id, detail: { roles } });
  return id;
}

/** As if they had set up their app: the mailbox page shows the demo's codes. */
async function enrol(staffId: string) {
  await as({ kind: 'staff', id: staffId, roles: [] }, async (tx) => {
    const [there] = await tx.select().from(staffSecondFactor).where(eq(staffSecondFactor.staffId, staffId));
    if (there) return;
    const place = { table: 'staff_second_factor', column: 'totp_secret', row: staffId };
    const totpSecret = await sealFor(tx, staffId, place, newTotpSecret());
    // Set up and then confirmed, as everybody does.
    await tx.insert(staffSecondFactor).values({ staffId, totpSecret });
    await tx
      .update(staffSecondFactor)
      .set({ enrolledAt: clock.now() })
      .where(eq(staffSecondFactor.staffId, staffId));
    await record(tx, { event: 'second-factor.enrolled', subject: staffId });
  });
}
