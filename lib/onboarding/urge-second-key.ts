// Who told us that somebody else may read their mail is urged, once and kindly, to add a second key.
import { type Actor, as, type Tx } from '@/db/client';
import { secondKeyPutOffAt } from '@/lib/accounts/put-off-second-key';
import { hasSecondKey } from '@/lib/accounts/second-key';
import { answersOf } from '@/lib/forms/answers-of';

/** True from the answer "others" or "not-sure" in A1 until there is a key or "not now" is said; a later change of the answer asks again. */
export async function urgesSecondKey(tx: Tx, clientId: string): Promise<boolean> {
  const saidAt = await sharedInboxSaidAt(tx, clientId);
  if (!saidAt || (await hasSecondKey(tx, clientId))) return false;
  const laterAt = await secondKeyPutOffAt(tx, clientId);
  return laterAt === null || laterAt < saidAt;
}

/** The same, for a page of its own. */
export async function isUrgedToAddKey(actor: Actor & { kind: 'client' }): Promise<boolean> {
  return as(actor, (tx) => urgesSecondKey(tx, actor.id));
}

/** Whether the client has told us that somebody else can or might read their mail. */
export async function saysInboxIsShared(actor: Actor & { kind: 'client' }): Promise<boolean> {
  return as(actor, async (tx) => (await sharedInboxSaidAt(tx, actor.id)) !== null);
}

async function sharedInboxSaidAt(tx: Tx, clientId: string): Promise<Date | null> {
  const inbox = (await answersOf(tx, clientId)).get('A1');
  const shared = inbox?.state === 'answered' && (inbox.value === 'others' || inbox.value === 'not-sure');
  return shared ? inbox.answeredAt : null;
}
