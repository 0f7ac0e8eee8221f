// Made-up people for tests, made as the app makes them.

import { eq } from 'drizzle-orm';
import { type Actor, as, type Role } from '@/db/client';
import { account, staffMember } from '@/db/schema';
import { makeAccount, makeClient } from '@/lib/accounts/make-account';
import { newId } from '@/lib/env/ids';
import { emailIndex } from '@/lib/vault/indexes';
import { makeClinicKey } from '@/lib/vault/keys';

/** A new client, signed in as far as the data is concerned. */
export async function aClient(email = `client-${newId()}@example.org`): Promise<Actor & { kind: 'client' }> {
  const id = await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) => makeClient(tx, email));
  return { kind: 'client', id };
}

/** A new member of staff who has given their second factor. */
export async function aStaffMember(...roles: Role[]): Promise<Actor & { kind: 'staff' }> {
  const admin: Actor = { kind: 'staff', id: newId(), roles: ['admin'] };
  const id = await as(admin, async (tx) => {
    const staffId = await makeAccount(tx, 'staff', `staff-${newId()}@example.org`);
    await tx.insert(staffMember).values({ id: staffId, name: 'Sam Sample (made up)', roles });
    return staffId;
  });
  return { kind: 'staff', id, roles };
}

/** The clinic's own key, which the app makes when it starts. */
export const openClinic = () => as({ kind: 'job', name: 'start' }, makeClinicKey);

export const aJob: Actor = { kind: 'job', name: 'test' };

/** Whether an account with that address is there. */
export const accountExists = (email: string) =>
  as(
    aJob,
    async (tx) =>
      (
        await tx
          .select()
          .from(account)
          .where(eq(account.emailIndex, emailIndex(email)))
      ).length > 0,
  );
