// A session is written down only while the address that was proved still opens the account: it may have changed since.
import { as } from '@/db/client';
import { session } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { emailIndex } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';
import { holdAsOpenedBy } from './hold-account';
import { rememberNetwork } from './mail-share';
import { noteArrival } from './note-arrival';
import { LONGEST_HOURS } from './session-limits';
import { hashOfSecret } from './sign-in-secrets';

type Kept = {
  accountId: string;
  kind: 'client' | 'staff';
  /** The address that was proved. */
  email: string;
  token: string;
  by: 'code' | 'link';
  ip: string;
  userAgent: string;
};

/** False, and nothing is written, when another address opens the account by now, or it is disabled. */
export async function keepSession({
  accountId,
  kind,
  email,
  token,
  by,
  ip,
  userAgent,
}: Kept): Promise<boolean> {
  const id = newId();
  const now = clock.now();
  const index = emailIndex(email);
  const self = kind === 'staff' ? { kind, id: accountId, roles: [], session: id } : { kind, id: accountId };
  return as(self, async (tx) => {
    if (kind === 'client') await noteArrival(tx, accountId);
    if (!(await holdAsOpenedBy(tx, accountId, index))) return false;
    const seal = (column: string, text: string) =>
      sealFor(tx, accountId, { table: 'session', column, row: id }, text);
    await tx.insert(session).values({
      id,
      tokenHash: hashOfSecret(token),
      accountId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_HOURS * 60 * 60 * 1000),
      signedInBy: by,
      ip: await seal('ip', ip),
      userAgent: await seal('user_agent', userAgent),
    });
    await rememberNetwork(tx, accountId, index, ip);
    await record(tx, { event: 'session.begun', subject: accountId, detail: { by } });
    return true;
  });
}
