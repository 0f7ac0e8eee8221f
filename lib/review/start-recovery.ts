// Front desk starts to give a client back their way in, after making sure by the clinic's own steps who is asking; a colleague has to agree.
import { and, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, client, submission } from '@/db/schema';
import { closeExpired, keepChange, openChangeOf, tellAbout } from '@/lib/accounts/address-change';
import { clashOf } from '@/lib/accounts/clash';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { FEWEST_STEPS, isStrong, type RecoveryStep } from '@/lib/clinic/recovery-steps';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';
import { emailIndex } from '@/lib/vault/indexes';
import { isPromised } from './promised-address';
import { recentObjection } from './recent-objection';
import { maySettle, mayStart } from './recovery';
import type { Staff } from './submission-by-reference';

/** Days in which it has to be agreed to, and finished. */
export const RECOVERY_DAYS = 7;
/** Staffed hours in which a colleague should look at it: a working day. */
const AGREE_HOURS = 8;

export type StartRefusal =
  | 'not-allowed'
  | 'unknown'
  | 'disabled'
  | 'objected'
  | 'too-few-steps'
  | 'no-strong-step'
  | 'same-address'
  | 'address-taken'
  | 'already-open';

type Starting = {
  /** Of any of the client's submissions. */
  reference: string;
  /** Null: they keep the one they have, and only the second key is reset. */
  email: string | null;
  /** Who can see messages there, as the client says; of no account when the address stays. */
  inbox: string | null;
  /** Those that are none of the clinic's are left out. */
  steps: readonly string[];
  resetSecondKey: boolean;
};

/**
 * Nothing changes yet but that the present address is told: it waits for a colleague to agree, and then for somebody
 * to sign in with the new one. Refused: `not-allowed` (neither front desk, lead nor admin), `unknown` (no client has
 * that reference: an address of staff has none), `disabled`, `objected` (the client stopped one within 30 days: a lead
 * or an admin may start), `too-few-steps`, `no-strong-step`, `same-address` (and nothing to reset), `address-taken` (it
 * opens another account, or another recovery waits for it), `already-open`.
 */
export async function startRecovery(
  actor: Staff,
  starting: Starting,
): Promise<{ ok: true; reference: string } | { ok: false; reason: StartRefusal }> {
  if (!mayStart(actor)) return { ok: false, reason: 'not-allowed' };
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
  if (!maySettle(actor) && (await recentObjection(tx, owner.id))) return { ok: false, reason: 'objected' };
  const clinic = await clinicOf(tx);
  const taken = clinic.recoverySteps.filter((step) => steps.includes(step));
  const lacking = whatLacks(taken);
  if (lacking) return { ok: false, reason: lacking };
  const index = email === null ? owner.emailIndex : emailIndex(email);
  const stays = owner.emailIndex === index;
  if (stays && !resetSecondKey) return { ok: false, reason: 'same-address' };
  await closeExpired(tx);
  if (await openChangeOf(tx, owner.id, 'recovery')) return { ok: false, reason: 'already-open' };
  if (!stays && (await belongsToAnother(tx, index))) return { ok: false, reason: 'address-taken' };
  const change = await keepChange(tx, {
    by: 'recovery',
    accountId: owner.id,
    email: email ?? (await emailOfAccount(tx, owner.id)),
    inbox: stays ? null : inbox,
    startedBy: actor.id,
    steps: taken,
    resetSecondKey,
    expiresAt: new Date(clock.now().getTime() + RECOVERY_DAYS * 86_400_000),
  });
  await tellAbout(tx, stays ? 'reset-asked' : 'recovery-asked', change);
  await addTask(tx, {
    kind: 'recovery',
    clientId: owner.id,
    aboutId: change.id,
    dueAt: afterStaffedHours(clinic, clock.now(), AGREE_HOURS),
  });
  await record(tx, {
    event: 'recovery.started',
    subject: owner.id,
    detail: { change: change.id, steps: taken, resetSecondKey, addressStays: stays },
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
  return owner !== undefined || isPromised(tx, index);
}
