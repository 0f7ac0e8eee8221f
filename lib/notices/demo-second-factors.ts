// The second step of the demo's made-up staff, who have no phone: the code they would read from it just now.
import { asc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { staffMember, staffSecondFactor } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { STEP_SECONDS, totpCode } from '@/lib/accounts/totp';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { openFor } from '@/lib/vault/keys';

/** `code` is null for the seconds in which every code that is good was used; a new one comes at `changesAt`. */
export type DemoSecondFactor = { name: string; email: string; code: string | null; changesAt: Date };

const MADE_UP = /@demo\.example$/;

/** In the order of their addresses; null where there is no demo. */
export async function demoSecondFactors({ mailboxOpen }: { mailboxOpen: boolean } = settings) {
  if (!mailboxOpen) return null;
  return as({ kind: 'job', name: 'mailbox' }, async (tx) => {
    const rows = await tx
      .select({
        id: staffMember.id,
        name: staffMember.name,
        secret: staffSecondFactor.totpSecret,
        lastStep: staffSecondFactor.lastStep,
      })
      .from(staffSecondFactor)
      .innerJoin(staffMember, eq(staffMember.id, staffSecondFactor.staffId))
      .orderBy(asc(staffMember.id));
    const all = await Promise.all(rows.map((row) => secondFactorOf(tx, row)));
    return all.filter(({ email }) => MADE_UP.test(email)).sort((a, b) => a.email.localeCompare(b.email));
  });
}

type Row = { id: string; name: string; secret: string; lastStep: number };

async function secondFactorOf(tx: Tx, { id, name, secret, lastStep }: Row): Promise<DemoSecondFactor> {
  const place = { table: 'staff_second_factor', column: 'totp_secret', row: id };
  const step = Math.floor(clock.now().getTime() / 1000 / STEP_SECONDS);
  // Each step is good once, and the next one already is: after a sign-in it can be used without waiting.
  const good = Math.max(step, lastStep + 1);
  const at = new Date(good * STEP_SECONDS * 1000);
  const code = good <= step + 1 ? totpCode(await openFor(tx, id, place, secret), at) : null;
  return {
    name,
    email: await emailOfAccount(tx, id),
    code,
    changesAt: new Date((step + 1) * STEP_SECONDS * 1000),
  };
}
