// The first admin of a fresh database is let in by whoever runs the machine; every other member of staff by an admin.
import { sql } from 'drizzle-orm';
import { type Actor, as, type Role } from '@/db/client';
import { clinicSetting, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { CLINIC, makeClinicKey } from '@/lib/vault/keys';
import { clashOf } from './clash';
import { makeAccount } from './make-account';

/** Before there is any admin, the clinic itself lets the first one in. */
const theClinic: Actor = { kind: 'staff', id: CLINIC, roles: ['admin'] };

/** A practice of which nothing is known yet: it stays closed until it is set up. */
const NOTHING_YET = {
  ...{ name: '', shortName: '', address: '', phone: '', email: '', country: '', zone: 'UTC' },
  ...{
    hours: [],
    holidays: [],
    licence: '',
    taxId: '',
    npi: '',
    fees: [],
    currency: 'USD',
    cancellationHours: 24,
  },
};

export type FirstAdminRefusal = 'there-already' | 'address-taken';

/**
 * Makes the account and the empty practice. `roles` holds `admin`; in a small practice the same person leads. `email` is a plain address. Refused: `there-already` (somebody is admin
 * here), `address-taken` (a client's account has it).
 */
export async function makeFirstAdmin(
  email: string,
  name: string,
  roles: Role[] = ['admin'],
): Promise<{ ok: true } | { ok: false; reason: FirstAdminRefusal }> {
  await as({ kind: 'job', name: 'first-admin' }, makeClinicKey);
  try {
    return await as(theClinic, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(7021002)`);
      const [admin] = await tx
        .select({ id: staffMember.id })
        .from(staffMember)
        .where(sql`'admin' = any (${staffMember.roles})`);
      if (admin) return { ok: false, reason: 'there-already' };
      const id = await makeAccount(tx, 'staff', email);
      await tx.insert(staffMember).values({ id, name, roles });
      await tx
        .insert(clinicSetting)
        .values({ data: NOTHING_YET, changedAt: clock.now() })
        .onConflictDoNothing();
      await record(tx, { event: 'staff.invited', subject: id, detail: { roles, first: true } });
      return { ok: true };
    });
  } catch (error) {
    if (clashOf(error)) return { ok: false, reason: 'address-taken' };
    throw error;
  }
}
