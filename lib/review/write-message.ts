// Staff write to a client on the site, for whoever allows no other way: it stands at the client's home until they read it.
import { as } from '@/db/client';
import { siteMessage } from '@/db/schema';
import { textFault, tidy } from '@/lib/accounts/readable-text';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { sealFor } from '@/lib/vault/keys';
import { messagePlace } from './site-messages';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';

/** Characters. */
export const LONGEST_MESSAGE = 2000;

/** Who writes to clients; an admin alone doesn't. */
export const MAY_WRITE = ['front-desk', 'clinician', 'lead'] as const;

export const mayWrite = (actor: Staff): boolean => MAY_WRITE.some((role) => actor.roles.includes(role));

export type WriteRefusal =
  | 'unknown'
  | 'not-allowed'
  | 'message-missing'
  | 'message-too-long'
  | 'not-readable';

/**
 * No mail tells of it. What clinicians write is read by clinicians only. The same form sent twice writes once.
 * Refused: see `WriteRefusal`.
 */
export async function writeMessage(
  actor: Staff,
  asked: { reference: string; text: string; formToken: string },
): Promise<{ ok: true } | { ok: false; reason: WriteRefusal }> {
  if (!mayWrite(actor)) return { ok: false, reason: 'not-allowed' };
  const text = tidy(asked.text);
  if (text === '') return { ok: false, reason: 'message-missing' };
  const fault = textFault(text, LONGEST_MESSAGE);
  if (fault) return { ok: false, reason: fault.reason === 'too-long' ? 'message-too-long' : fault.reason };
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const { clientId } = found;
    const id = newId();
    const [written] = await tx
      .insert(siteMessage)
      .values({
        ...{ id, clientId, writtenBy: actor.id, writtenAt: clock.now() },
        formToken: asked.formToken,
        audience: isClinical(actor) ? 'clinical' : 'all-staff',
        content: await sealFor(tx, clientId, messagePlace(id), text),
      })
      .onConflictDoNothing()
      .returning({ id: siteMessage.id });
    if (written) await record(tx, { event: 'message.written', subject: clientId, detail: { message: id } });
    return { ok: true };
  });
}
