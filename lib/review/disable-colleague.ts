// An admin shuts a colleague out at once, or lets them in again; what they leave behind is seen first and handed over.
import { eq, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { offerSoon } from '@/lib/scheduling/free-time';
import { holdHoursAlone } from '@/lib/scheduling/hold-hours';
import { type Admin, memberToChange, type TeamRefusal, tellWhoWatches } from './change-team';
import { closeHandovers, taskToHandOver } from './handover-tasks';
import { leavesNothing, stampOfLeaves, whatTheyLeave } from './what-they-leave';

export type Disabled =
  | { ok: true }
  /** `yourself`: another admin does that. `leaves-something`: what they leave is not what was shown and agreed to. */
  | { ok: false; reason: TeamRefusal | 'yourself' | 'leaves-something' };

/**
 * Their sessions end, nobody books with them, and whoever has to take over finds a task. `left` = the stamp of what they
 * leave, as shown. Twice is once. Refused: see `Disabled`.
 */
export async function disableColleague(
  admin: Admin,
  { reference, left }: { reference: string; left: string },
): Promise<Disabled> {
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, reference);
    if (!found.ok) return found;
    const { id } = found.member;
    if (id === admin.actor.id) return { ok: false, reason: 'yourself' };
    if (await isDisabled(tx, id)) return { ok: true };
    await holdHoursAlone(tx);
    const leaves = await whatTheyLeave(tx, id);
    if (!leavesNothing(leaves) && left !== stampOfLeaves(leaves))
      return { ok: false, reason: 'leaves-something' };
    await tx.update(account).set({ disabledAt: clock.now() }).where(eq(account.id, id));
    const sessions = await endSessionsOf(tx, id);
    await taskToHandOver(tx, id, leaves);
    await offerSoon(tx);
    await tellWhoWatches(tx, admin.actor, id);
    const { cases, appointments, shifts, flags } = leaves;
    const counts = { cases: cases.length, appointments: appointments.length, shifts: shifts.length, flags };
    await record(tx, { event: 'staff.disabled', subject: id, detail: { sessions, ...counts } });
    return { ok: true };
  });
}

/** With the roles and the second factor they had. Twice is once. Refused: `not-allowed`, `not-fresh`, `unknown`. */
export async function enableColleague(
  admin: Admin,
  reference: string,
): Promise<{ ok: true } | { ok: false; reason: TeamRefusal }> {
  return as(admin.actor, async (tx) => {
    const found = await memberToChange(tx, admin, reference);
    if (!found.ok) return found;
    const { id } = found.member;
    if (!(await isDisabled(tx, id))) return { ok: true };
    await holdHoursAlone(tx);
    await tx.update(account).set({ disabledAt: null }).where(eq(account.id, id));
    await closeHandovers(tx, id, admin.actor);
    await offerSoon(tx);
    await tellWhoWatches(tx, admin.actor, id);
    await record(tx, { event: 'staff.enabled', subject: id });
    return { ok: true };
  });
}

async function isDisabled(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.select({ at: account.disabledAt }).from(account).where(eq(account.id, id));
  return row?.at != null;
}

/** Every session of a colleague, without seeing one. Says how many. */
export async function endSessionsOf(tx: Tx, id: string): Promise<number> {
  const at = clock.now().toISOString();
  const [row] = [
    ...(await tx.execute<{ ended: number }>(
      sql`select foyer.end_sessions_of(${id}, ${at}::timestamptz) as ended`,
    )),
  ];
  return row?.ended ?? 0;
}
