// A danger sign that nobody has seen in time is told again, to everybody who leads and to whoever is on call by then.
import { asc, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { flag, flagEscalation, flagEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { clinicalLeads, onCallAt } from '@/lib/clinic/on-call';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { STAFFED_HOURS } from '@/lib/forms/risk';
import { tellStaff } from '@/lib/forms/tell-staff';
import { enqueue } from '@/lib/jobs/enqueue';
import { BEFORE_SESSION, caseOf } from './case-of';
import { holdFlagsOf } from './flag-to-act-on';

/**
 * Takes the step that is due, if one is: however late this comes, and however often, each step is taken once, and of
 * several that were missed one. A red sign: at its hour, and again each time as many staffed hours have passed. An amber
 * one: a day before the first session to whoever's case it is, and to the leads when the session begins. Ends with the
 * first acknowledgement. Returns whether a step was taken.
 */
export async function escalateFlag(flagId: string): Promise<boolean> {
  return as({ kind: 'job', name: 'flag.escalate' }, async (tx) => {
    const [one] = await tx.select().from(flag).where(eq(flag.id, flagId));
    if (!one) return false;
    await holdFlagsOf(tx, one.submissionId);
    if (await isAcknowledged(tx, flagId)) return false;
    const clinic = await clinicOf(tx);
    const next = await nextStep(tx, clinic, one);
    if (!next) return false;
    if (next.at > clock.now()) {
      await comeBack(tx, flagId, next.at);
      return false;
    }
    return takeStep(tx, clinic, one, next.step);
  });
}

type Flag = typeof flag.$inferSelect;

async function takeStep(tx: Tx, clinic: Clinic, one: Flag, step: number): Promise<boolean> {
  const { id: flagId, clientId, level } = one;
  const told = await whomToTell(tx, clinic, one, step);
  const now = clock.now();
  const taken = await tx
    .insert(flagEscalation)
    .values({ id: newId(), flagId, clientId, step, at: now, told })
    .onConflictDoNothing()
    .returning({ id: flagEscalation.id });
  if (taken.length === 0) return false;
  await tellStaff(tx, { kind: 'flag-late', aboutId: flagId, told });
  const next = await nextStep(tx, clinic, one);
  if (next) await comeBack(tx, flagId, next.at);
  const detail = { flag: flagId, level, step, told };
  await record(tx, { event: 'flag.escalated', subject: clientId, detail });
  return true;
}

/** The step after those taken, and when it is due; null when there is none, or an amber one's session is not set. */
async function nextStep(tx: Tx, clinic: Clinic, { id, level, clientId, dueAt }: Flag) {
  const [last] = await tx
    .select({ step: flagEscalation.step, at: flagEscalation.at })
    .from(flagEscalation)
    .where(eq(flagEscalation.flagId, id))
    .orderBy(desc(flagEscalation.step))
    .limit(1);
  const step = (last?.step ?? 0) + 1;
  const hours = STAFFED_HOURS[level];
  if (hours !== null) {
    const at = last ? afterStaffedHours(clinic, last.at, hours) : dueAt;
    return at && { step, at };
  }
  const { firstSession } = await caseOf(tx, clientId);
  if (!firstSession || step > 2) return null;
  return { step, at: new Date(firstSession.getTime() - (step === 1 ? BEFORE_SESSION : 0)) };
}

async function whomToTell(
  tx: Tx,
  { zone }: Clinic,
  { level, clientId }: Flag,
  step: number,
): Promise<string[]> {
  const theirs = level === 'amber' ? (await caseOf(tx, clientId)).clinicians : [];
  if (level === 'amber' && step === 1 && theirs.length > 0) return theirs;
  const people = [...(await clinicalLeads(tx)), ...(await onCallAt(tx, zone, clock.now()))];
  return [...new Set([...theirs, ...people.map(({ id }) => id)])].sort();
}

const comeBack = (tx: Tx, flagId: string, at: Date) =>
  enqueue(tx, { name: 'flag.escalate', data: { flagId }, startAfter: at });

async function isAcknowledged(tx: Tx, flagId: string): Promise<boolean> {
  const [first] = await tx
    .select({ id: flagEvent.id })
    .from(flagEvent)
    .where(eq(flagEvent.flagId, flagId))
    .orderBy(asc(flagEvent.at))
    .limit(1);
  return first !== undefined;
}
