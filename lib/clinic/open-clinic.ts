// An admin confirms what only a person can know, and opens the doors to clients, or shuts them to new ones.
import { type Actor, as, type Tx } from '@/db/client';
import { clinicSetting, goingLiveEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { allHold, type Confirmation, requirements } from './going-live';
import { openByRecord } from './is-open';

type Staff = Extract<Actor, { kind: 'staff' }>;
type Done<R extends string> = { ok: true } | { ok: false; reason: R };

/** Says that it holds, or that it no longer does; under the admin's own name. Refused: `not-allowed`. */
export async function confirmForOpening(
  actor: Staff,
  what: Confirmation,
  holds: boolean,
): Promise<Done<'not-allowed'>> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    await say(tx, actor, what, holds);
    const event = holds ? 'going-live.confirmed' : 'going-live.taken-back';
    await record(tx, { event, subject: 'clinic', detail: { what } });
    return { ok: true };
  });
}

/** Refused: `not-allowed`, `not-ready` (something required doesn't hold). Open already is no harm. */
export async function openClinic(actor: Staff): Promise<Done<'not-allowed' | 'not-ready'>> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    await oneAtATime(tx);
    if (!allHold(await requirements(tx))) return { ok: false, reason: 'not-ready' };
    if (await openByRecord(tx)) return { ok: true };
    await say(tx, actor, 'open', true);
    await record(tx, { event: 'clinic.opened', subject: 'clinic' });
    return { ok: true };
  });
}

/** Nobody new is let in; whoever has an account goes on as before. Refused: `not-allowed`. */
export async function shutClinic(actor: Staff): Promise<Done<'not-allowed'>> {
  if (!actor.roles.includes('admin')) return { ok: false, reason: 'not-allowed' };
  return as(actor, async (tx) => {
    await oneAtATime(tx);
    if (!(await openByRecord(tx))) return { ok: true };
    await say(tx, actor, 'open', false);
    await record(tx, { event: 'clinic.shut', subject: 'clinic' });
    return { ok: true };
  });
}

/** Two admins who open and shut at once go one after the other. */
const oneAtATime = (tx: Tx) => tx.select({ id: clinicSetting.id }).from(clinicSetting).for('update');

const say = (tx: Tx, actor: Staff, what: Confirmation | 'open', holds: boolean) =>
  tx.insert(goingLiveEvent).values({ id: newId(), what, holds, byId: actor.id, at: clock.now() });
