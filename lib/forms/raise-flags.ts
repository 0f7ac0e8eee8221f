// A danger sign reaches a clinician when its page is saved: the flag and the notice are part of the same transaction.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { flag } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { whoIsTold } from '@/lib/clinic/on-call';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { openFor, sealFor } from '@/lib/vault/keys';
import type { Intake } from './open-intake';
import type { Answers } from './question';
import { type Level, type RiskRule, riskRule, STAFFED_HOURS, signsIn, subjectOf } from './risk';
import { tellStaff } from './tell-staff';

/**
 * `revisions`: the ids of the answers just written, by question; `changed`: what else was decided by this act, such as a
 * question left open. While nobody has seen to a flag of a rule, the same sign given again is the same alarm: who answers
 * to and fro drowns nobody else's. A total, or a question left open, is the same sign until its flag is closed; a total
 * that has grown into another band is another sign. Returns the rules that held.
 */
export async function raiseFlags(
  tx: Tx,
  intake: Pick<Intake, 'id' | 'clientId'>,
  answers: Answers,
  revisions: ReadonlyMap<string, string>,
  changed: Iterable<string> = [],
): Promise<RiskRule[]> {
  const signs = signsIn(answers, new Set([...revisions.keys(), ...changed]));
  if (signs.length === 0) return [];
  const clinic = await clinicOf(tx);
  const waiting = await rulesWaiting(tx, intake);
  for (const rule of signs) {
    if (waiting.has(rule.id)) continue;
    const id = newId();
    const { id: submissionId, clientId } = intake;
    const question = subjectOf(rule);
    const due = dueAt(clinic, rule.level);
    await tx.insert(flag).values({
      ...{ id, submissionId, clientId, question, level: rule.level },
      // The rule's name says what was answered.
      rule: await sealFor(tx, clientId, { table: 'flag', column: 'rule', row: id }, rule.id),
      answerId: revisions.get(question) ?? null,
      raisedAt: clock.now(),
      dueAt: due,
    });
    if (rule.level !== 'amber') await tellWhoIsOnCall(tx, clinic, id, due);
    await record(tx, { event: 'flag.raised', subject: clientId, detail: { flag: id } });
  }
  return signs;
}

/** The rules of this client's flags that the same sign would only repeat. */
async function rulesWaiting(tx: Tx, { id, clientId }: Pick<Intake, 'id' | 'clientId'>): Promise<Set<string>> {
  const open = await tx
    .select({
      id: flag.id,
      rule: flag.rule,
      seen: sql<boolean>`${flag.id} in (select flag_id from foyer.own_flag_states() where seen)`,
    })
    .from(flag)
    .where(
      and(
        eq(flag.submissionId, id),
        sql`${flag.id} not in (select flag_id from foyer.own_flag_states() where closed)`,
      ),
    );
  const rules = await Promise.all(
    open.map(async ({ seen, ...one }) => ({
      seen,
      rule: await openFor(tx, clientId, { table: 'flag', column: 'rule', row: one.id }, one.rule),
    })),
  );
  return new Set(rules.filter(({ seen, rule }) => !seen || lastsUntilClosed(rule)).map(({ rule }) => rule));
}

/** An answer given anew after somebody has seen to it is news; a total that was touched and stayed is not. */
function lastsUntilClosed(id: string): boolean {
  const when = riskRule(id)?.when;
  return when !== undefined && ('score' in when || 'leftOpen' in when);
}

/** By when somebody must have acknowledged it; null = before the first session. */
export function dueAt(clinic: Clinic, level: Level): Date | null {
  const hours = STAFFED_HOURS[level];
  return hours === null ? null : afterStaffedHours(clinic, clock.now(), hours);
}

/** Whoever is on call at this moment; when nobody is, every clinical lead. What they don't see in time is told again. */
async function tellWhoIsOnCall(tx: Tx, clinic: Clinic, flagId: string, due: Date | null) {
  const { people } = await whoIsTold(tx, clinic.zone, clock.now());
  const told = people.map(({ id }) => id);
  await tellStaff(tx, { kind: 'flag-raised', aboutId: flagId, told });
  if (due) await enqueue(tx, { name: 'flag.escalate', data: { flagId }, startAfter: due });
}
