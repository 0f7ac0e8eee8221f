// Staff show that it is they: with the code of an app they set up once, or with one of ten codes kept for a bad day.
import { randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { recoveryCode, staffMember, staffSecondFactor } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { countedIndex } from '@/lib/vault/indexes';
import { openFor, sealFor } from '@/lib/vault/keys';
import { dropDraft, keepDraft } from './form-draft';
import { isKnownDevice, withMark } from './known-device';
import { withinLimit } from './limits';
import { endOtherSessions, renewToken } from './session';
import { newTotpSecret, totpStep } from './totp';
import {
  countWrong,
  type Factor,
  forgiveWrongCodes,
  type Giver,
  goesOn,
  holdFactor,
  mayTryApp,
  uncountApp,
} from './wrong-codes';

type Staff = Actor & { kind: 'staff' };
/** Where an app's secret is sealed. */
export const secretPlace = (staffId: string) => ({
  table: 'staff_second_factor',
  column: 'totp_secret',
  row: staffId,
});
/** Where new recovery codes wait, sealed, until their owner says they are kept. */
export const RECOVERY_CODES = 'staff/recovery-codes';

/**
 * The secret to set an app up with: made on the first call, the same until it is confirmed. Null once enrolled, and when
 * the invitation has run out: then an admin invites anew.
 */
export async function secretToEnrol(actor: Staff): Promise<string | null> {
  return as(actor, async (tx) => {
    const row = await factorOf(tx, actor.id);
    if (row?.enrolledAt || (await hasRunOut(tx, actor.id))) return null;
    const offeredTo = actor.session ?? null;
    if (row && row.offeredTo === offeredTo)
      return openFor(tx, actor.id, secretPlace(actor.id), row.totpSecret);
    const secret = newTotpSecret();
    const totpSecret = await sealFor(tx, actor.id, secretPlace(actor.id), secret);
    await tx
      .insert(staffSecondFactor)
      .values({ staffId: actor.id, totpSecret, offeredTo })
      .onConflictDoUpdate({ target: staffSecondFactor.staffId, set: { totpSecret, offeredTo } });
    return secret;
  });
}

/** Whether the time is over in which a second step may be set up by whoever reads their mail. */
export const invitationHasRunOut = (actor: Staff): Promise<boolean> =>
  as(actor, async (tx) => !(await factorOf(tx, actor.id))?.enrolledAt && hasRunOut(tx, actor.id));

async function hasRunOut(tx: Tx, staffId: string): Promise<boolean> {
  const [row] = await tx
    .select({ until: staffMember.enrolUntil })
    .from(staffMember)
    .where(eq(staffMember.id, staffId));
  return row?.until != null && row.until <= clock.now();
}

/**
 * Confirms the app with its first code, makes ten recovery codes, ends every other sign-in, and counts as given. `held`: the
 * marks of this browser (`known-device.ts`). Returns the session's new token, and the marks it holds from now on.
 * Refused: `wrong`, `enrolled`, `run-out` (the invitation), `too-many`.
 */
export async function enrolSecondFactor(actor: Staff, sessionId: string, code: string, held = '') {
  return as(actor, async (tx) => {
    const row = await factorOf(tx, actor.id);
    if (!row || row.enrolledAt) return { ok: false, reason: 'enrolled' } as const;
    if (await hasRunOut(tx, actor.id)) return { ok: false, reason: 'run-out' } as const;
    if (!(await withinLimit(tx, 'second-factor.sign-in', actor.id, sessionId)))
      return { ok: false, reason: 'too-many' } as const;
    // Shown elsewhere since: what was set up here opens nothing.
    if (row.offeredTo !== (actor.session ?? null)) return { ok: false, reason: 'wrong' } as const;
    const secret = await openFor(tx, actor.id, secretPlace(actor.id), row.totpSecret);
    const lastStep = totpStep(secret, code, clock.now());
    if (lastStep === null) return { ok: false, reason: 'wrong' } as const;
    const now = clock.now();
    await tx
      .update(staffSecondFactor)
      // What was typed before there was an app to guess at is no guess at this one.
      .set({ lastStep, enrolledAt: now, wrongElsewhere: 0, wrongAtKnown: 0 })
      .where(eq(staffSecondFactor.staffId, actor.id));
    await makeRecoveryCodes(tx, actor.id);
    // Whoever else came in by the same mail is put out.
    await endOtherSessions(tx, actor.id, sessionId);
    const token = await renewToken(tx, sessionId, { secondFactorAt: now });
    await record(tx, { event: 'second-factor.enrolled', subject: actor.id });
    return { ok: true, token, marks: withMark(held, { staffId: actor.id, enrolledAt: now }) } as const;
  });
}

/**
 * Takes a code from the app (each once), or a recovery code (each once). `held`: the marks of this browser. Returns the
 * session's new token, and the marks from now on. Refused as `takeSecondFactor` does.
 */
export async function giveSecondFactor(actor: Staff, sessionId: string, given: string, held = '') {
  return as(actor, async (tx) => {
    const row = await holdFactor(tx, actor.id);
    const enrolled = row?.enrolledAt && { staffId: actor.id, enrolledAt: row.enrolledAt };
    const known = Boolean(enrolled && isKnownDevice(held, enrolled));
    const taken = await takeSecondFactor(tx, { staffId: actor.id, sessionId, known }, given);
    if (!taken.ok) return taken;
    const token = await renewToken(tx, sessionId, { secondFactorAt: clock.now() });
    return { ok: true, token, marks: enrolled ? withMark(held, enrolled) : held } as const;
  });
}

export type FactorRefusal = 'wrong' | 'shut-here' | 'ended';

/**
 * Takes a code in the transaction of what it is asked for, so that it is spent only with that. A refusal is counted and
 * recorded: the transaction must be kept all the same. Refused: `wrong`; `shut-here` (too many wrong codes of the app on such devices, see
 * `mayTryApp`; a recovery code is still taken); `ended` (this sign-in had its `SIGN_IN_TRIES`, and is over).
 */
export async function takeSecondFactor(
  tx: Tx,
  giver: Giver,
  given: string,
): Promise<{ ok: true } | { ok: false; reason: FactorRefusal }> {
  const row = await holdFactor(tx, giver.staffId);
  if (!(await goesOn(tx, giver))) return { ok: false, reason: 'ended' };
  const app = /^\s*\d{3}\s*\d{3}\s*$/.test(given);
  if (row && app && !(await mayTryApp(tx, row, giver))) return { ok: false, reason: 'shut-here' };
  const right = app ? await spendTotp(tx, row, given) : await spendRecovery(tx, giver.staffId, given);
  if (!row || !right) return { ok: false, reason: await countWrong(tx, row, { ...giver, app }) };
  if (app) await uncountApp(tx, giver);
  await forgiveWrongCodes(tx, row, giver);
  await record(tx, { event: app ? 'second-factor.given' : 'recovery-code.used', subject: giver.staffId });
  return { ok: true };
}

/** Says that the new recovery codes are kept: they are shown no more. */
export async function forgetShownCodes(actor: Staff) {
  await as(actor, (tx) => dropDraft(tx, actor.id, RECOVERY_CODES));
}

/** Their app's row; none before they began to set one up. */
export async function factorOf(tx: Tx, staffId: string) {
  const [row] = await tx.select().from(staffSecondFactor).where(eq(staffSecondFactor.staffId, staffId));
  return row;
}

async function spendTotp(tx: Tx, row: Factor | undefined, code: string): Promise<boolean> {
  if (!row?.enrolledAt) return false;
  const { staffId } = row;
  const step = totpStep(await openFor(tx, staffId, secretPlace(staffId), row.totpSecret), code, clock.now());
  if (step === null) return false;
  const spent = await tx
    .update(staffSecondFactor)
    .set({ lastStep: step })
    .where(and(eq(staffSecondFactor.staffId, staffId), lt(staffSecondFactor.lastStep, step)))
    .returning({ staffId: staffSecondFactor.staffId });
  return spent.length === 1;
}

const hashOfRecovery = (code: string) =>
  countedIndex('recovery-code', code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));

async function spendRecovery(tx: Tx, staffId: string, code: string): Promise<boolean> {
  const spent = await tx
    .update(recoveryCode)
    .set({ usedAt: clock.now() })
    .where(
      and(
        eq(recoveryCode.staffId, staffId),
        eq(recoveryCode.codeHash, hashOfRecovery(code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ id: recoveryCode.id });
  return spent.length === 1;
}

/** Ten new ones, in place of those before; they wait, sealed, to be shown. */
export async function makeRecoveryCodes(tx: Tx, staffId: string) {
  await tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId));
  const codes = Array.from({ length: 10 }, () =>
    randomBytes(5)
      .toString('hex')
      .toUpperCase()
      .replace(/^(.{5})/, '$1-'),
  );
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ id: newId(), staffId, codeHash: hashOfRecovery(code) })));
  await keepDraft(tx, staffId, RECOVERY_CODES, { values: { codes }, errors: [] });
}
