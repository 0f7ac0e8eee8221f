// A clinician who is not on a case opens its file: for twelve hours, with what led them to it, sealed, and every clinical lead is told at once.
import type { Tx } from '@/db/client';
import { glassBreak } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicalLeads } from '@/lib/clinic/on-call';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { tellStaff } from '@/lib/forms/tell-staff';
import { sealFor } from '@/lib/vault/keys';
import { FLAG_IN_HAND, GLASS_HOURS, reasonPlace } from './glass';
import { whyNotToActOn } from './on-the-case';
import type { Staff } from './submission-by-reference';

/** For whoever holds the submission's row. `flag`: the danger sign that led to it, by its id. */
export async function openFile(
  tx: Tx,
  actor: Staff,
  { clientId, reason, flag }: { clientId: string; reason: string; flag?: string },
) {
  const id = newId();
  const openedAt = clock.now();
  const until = new Date(openedAt.getTime() + GLASS_HOURS * 3_600_000);
  await tx.insert(glassBreak).values({
    ...{ id, clientId, staffId: actor.id, openedAt, until },
    reason: await sealFor(tx, clientId, reasonPlace(id), reason),
  });
  const told = (await clinicalLeads(tx)).map((lead) => lead.id);
  await tellStaff(tx, { kind: 'glass-broken', aboutId: id, told });
  await record(tx, {
    event: 'glass.broken',
    subject: clientId,
    detail: { glass: id, until: until.toISOString(), told, ...(flag && { flag }) },
  });
}

/**
 * Any clinician may take a danger sign in hand. Who doesn't act on the case opens the file by that, also where they had
 * opened it before: for as long as the sign is theirs and open, they read on.
 */
export async function openByFlag(tx: Tx, actor: Staff, { id, clientId }: { id: string; clientId: string }) {
  if ((await whyNotToActOn(tx, actor, { clientId })) === null) return;
  await openFile(tx, actor, { clientId, reason: FLAG_IN_HAND, flag: id });
}
