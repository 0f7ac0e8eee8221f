// Front desk starts to give a client back their way in, after making sure by the clinic's own steps who is asking.
import { and, eq, isNull } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, addressChange, client, submission } from '@/db/schema';
import { closeExpired, keepChange, openChangeOf, tellAbout } from '@/lib/accounts/address-change';
import { clashOf } from '@/lib/accounts/clash';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { FEWEST_STEPS, isStrong, type RecoveryStep } from '@/lib/clinic/recovery-steps';
import { clock } from '@/lib/env/clock';
import { emailIndex } from '@/lib/vault/indexes';
import { mayRecover } from './recovery';
import type { Staff } from './submission-by-reference';

/** Days in which the new address has to be proved. */
export const RECOVERY_DAYS = 7;

export type StartRefusal =
  | 'not-allowed'
  | 'unknown'
  | 'disabled'
  | 'too-few-steps'
  | 'no-strong-step'
  | 'same-address'
  | 'address-taken'
  | 'already-open';

type Starting = {
  /** Of any of the client's submissions. */
  reference: string;
  email: string;
  /** Who can see messages there, as the client says. */
  inbox: string;
  /** Those that are none of the clinic's are left out. */
  steps: readonly string[];
  resetSecondKey: boolean;
};

/**
 * Nothing changes yet but that both addresses are told: the change waits until somebody signs in with the new one.
 * Refused: `not-allowed` (neither front desk nor admin), `unknown` (no client has that reference: an address of staff
 * has none), `disabled`, `too-few-steps`, `no-strong-step`, `same-address`, `address-taken` (it opens another account,
 * or another recovery waits for it), `already-open`.
 */
export async function startRecovery(
  actor: Staff,
  starting: Starting,
): Promise<{ ok: true; reference: string } | { ok: false; reason: StartRefusal }> {
  if (!mayRecover(actor)) return { ok: false, reason: 'not-allowed' };
  try {
    return await as(actor, (tx) => start(tx, actor, starting));
  } catch (error) {
    // Two at once: the database lets one through.
    const clash = clashOf(error);
    if (clash === 'address_change_one_open') return { ok: false, reason: 'already-open' };
    if (clash === 'address_change_one_promise') return { ok: false, reason: 'address-taken' };
    throw error;
  }
}

async function start(
  tx: Tx,
  actor: Staff,
  { reference, email, inbox, steps, resetSecondKey }: Starting,
): Promise<{ ok: true; reference: string } | { ok: false; reason: StartRefusal }> {
  const owner = await ownerOf(tx, reference);
  if (!owner) return { ok: false, reason: 'unknown' };
  if (owner.disabledAt) return { ok: false, reason: 'disabled' };
  const taken = (await clinicOf(tx)).recoverySteps.filter((step) => steps.includes(step));
  const lacking = whatLacks(taken);
  if (lacking) return { ok: false, reason: lacking };
  const index = emailIndex(email);
  if (owner.emailIndex === index) return { ok: false, reason: 'same-address' };
  await closeExpired(tx);
  if (await openChangeOf(tx, owner.id, 'recovery')) return { ok: false, reason: 'already-open' };
  if (await belongsToAnother(tx, index)) return { ok: false, reason: 'address-taken' };
  const change = await keepChange(tx, {
    by: 'recovery',
    accountId: owner.id,
    email,
    inbox,
    startedBy: actor.id,
    steps: taken,
    resetSecondKey,
    expiresAt: new Date(clock.now().getTime() + RECOVERY_DAYS * 86_400_000),
  });
  await tellAbout(tx, 'recovery-asked', change);
  await tellAbout(tx, 'recovery-waits', change);
  await record(tx, {
    event: 'recovery.started',
    subject: owner.id,
    detail: { change: change.id, steps: taken, resetSecondKey },
  });
  return { ok: true, reference: change.reference };
}

function whatLacks(steps: readonly RecoveryStep[]): 'too-few-steps' | 'no-strong-step' | null {
  if (steps.length < FEWEST_STEPS) return 'too-few-steps';
  return steps.some(isStrong) ? null : 'no-strong-step';
}

/** The client of a submission, held against a change of their own meanwhile. */
async function ownerOf(tx: Tx, reference: string) {
  const [owner] = await tx
    .select({ id: account.id, emailIndex: account.emailIndex, disabledAt: account.disabledAt })
    .from(submission)
    .innerJoin(account, eq(account.id, submission.clientId))
    .where(and(eq(submission.reference, reference.toUpperCase()), eq(account.kind, 'client')));
  if (owner) await tx.select().from(client).where(eq(client.id, owner.id)).for('no key update');
  return owner;
}

async function belongsToAnother(tx: Tx, index: string): Promise<boolean> {
  const [owner] = await tx.select({ id: account.id }).from(account).where(eq(account.emailIndex, index));
  const [promised] = await tx
    .select({ id: addressChange.id })
    .from(addressChange)
    .where(
      and(
        eq(addressChange.newEmailIndex, index),
        eq(addressChange.by, 'recovery'),
        isNull(addressChange.doneAt),
        isNull(addressChange.cancelledAt),
      ),
    );
  return owner !== undefined || promised !== undefined;
}
