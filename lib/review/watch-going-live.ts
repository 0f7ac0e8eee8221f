// A practice that is open and lacks something it must have: its leads and admins are told, once each time it lapses.
import { desc, eq, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { clinicSetting, goingLiveEvent, notice, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { allHold, requirements } from '@/lib/clinic/going-live';
import { openByRecord } from '@/lib/clinic/is-open';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';

/** The doors stay as they are: people who are mid-way are not shut out. Returns whether it has lapsed just now. */
export async function watchGoingLive(): Promise<boolean> {
  return as({ kind: 'job', name: 'flag.sweep' }, async (tx) => {
    const [clinic] = await tx.select({ id: clinicSetting.id }).from(clinicSetting);
    if (!clinic || !(await openByRecord(tx))) return false;
    // Two sweeps at once tell once.
    await tx.execute(sql`select pg_advisory_xact_lock(7021027)`);
    const all = await requirements(tx);
    const holds = allHold(all);
    if ((await lastFound(tx)) === holds) return false;
    const id = newId();
    await tx.insert(goingLiveEvent).values({ id, what: 'complete', holds, at: clock.now() });
    if (holds) return false;
    await tellThem(tx, id);
    const missing = all.filter((one) => !one.holds).map(({ name }) => name);
    await record(tx, { event: 'going-live.lapsed', subject: 'clinic', detail: { missing } });
    return true;
  });
}

/** Open to begin with means that all of it held. */
async function lastFound(tx: Tx): Promise<boolean> {
  const [last] = await tx
    .select({ holds: goingLiveEvent.holds })
    .from(goingLiveEvent)
    .where(eq(goingLiveEvent.what, 'complete'))
    .orderBy(desc(goingLiveEvent.at), desc(goingLiveEvent.id))
    .limit(1);
  return last?.holds ?? true;
}

async function tellThem(tx: Tx, aboutId: string) {
  const people = await tx
    .select({ id: staffMember.id })
    .from(staffMember)
    .where(sql`${staffMember.roles} && '{lead,admin}'::text[] and foyer.works_here(${staffMember.id})`);
  for (const { id: accountId } of people) {
    const id = newId();
    const kind = 'going-live-lapsed';
    await tx.insert(notice).values({ id, kind, accountId, aboutId, createdAt: clock.now() });
    await enqueue(tx, { name: 'notice.send', data: { noticeId: id } });
  }
}
