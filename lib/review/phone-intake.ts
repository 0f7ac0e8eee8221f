// Somebody who phoned: who may start them, and how it stands with their invitation.
import type { Role, Tx } from '@/db/client';
import { notice, type phoneIntake } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Staff } from './submission-by-reference';

/** Whoever is in touch with clients; Postgres says the same (`foyer.is_in_touch`). */
export const MAY_INVITE: readonly Role[] = ['front-desk', 'clinician', 'lead'];

export const mayInvite = (actor: Pick<Staff, 'roles'>): boolean =>
  actor.roles.some((role) => MAY_INVITE.includes(role));

export type PhoneIntake = typeof phoneIntake.$inferSelect;

/** The mail is made in the transaction that asks for it. Their own number is the way to invite somebody: it needs no leave. */
export async function sendInvitation(tx: Tx, { id, clientId }: Pick<PhoneIntake, 'id' | 'clientId'>) {
  const noticeId = newId();
  const row = { id: noticeId, kind: 'invited', accountId: clientId, aboutId: id, createdAt: clock.now() };
  await tx.insert(notice).values(row);
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}
