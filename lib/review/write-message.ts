// Staff write to a client on the site, for whoever allows no other way: it stands at the client's home until they read it.
import { and, desc, eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { siteMessage } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { openFor, sealFor } from '@/lib/vault/keys';
import { type NotToActOn, whyNotToActOn } from './on-the-case';
import { isSaidAgain } from './said-again';
import { messagePlace } from './site-messages';
import { type Staff, submissionByReference } from './submission-by-reference';

/** Characters. */
export const LONGEST_MESSAGE = 2000;

/** Who writes to clients; an admin alone doesn't. */
export const MAY_WRITE = ['front-desk', 'clinician', 'lead'] as const;

/** Whether they write to clients at all. */
export const mayWrite = (actor: Staff): boolean => MAY_WRITE.some((role) => actor.roles.includes(role));

/** Why they may not write to this client, nor say that they were in touch; null when they may: front desk with everybody. */
export const whyNotToWrite = async (tx: Tx, actor: Staff, client: { clientId: string }) =>
  actor.roles.includes('front-desk') ? null : whyNotToActOn(tx, actor, client);

export type WriteRefusal = NotToActOn | 'unknown' | 'not-allowed' | MessageFault;

export type MessageFault = 'message-missing' | 'message-too-long' | 'not-readable';

/** What may be written, tidied; refused for what a page can say of the text. */
export function messageIn(typed: string): { ok: true; text: string } | { ok: false; reason: MessageFault } {
  const text = tidy(typed);
  if (text === '') return { ok: false, reason: 'message-missing' };
  const fault = textFault(text, LONGEST_MESSAGE);
  if (!fault) return { ok: true, text };
  return { ok: false, reason: fault.reason === 'too-long' ? 'message-too-long' : fault.reason };
}

/** Puts it at the client's home. What is written by who is on the case is read by those on it only. The same form sent twice writes once, and so do the same words pressed again. */
export async function putMessage(
  tx: Tx,
  actor: Staff,
  { clientId, text, formToken }: { clientId: string; text: string; formToken: string },
) {
  const [last] = await tx
    .select()
    .from(siteMessage)
    .where(and(eq(siteMessage.clientId, clientId), eq(siteMessage.writtenBy, actor.id)))
    .orderBy(desc(siteMessage.writtenAt), desc(siteMessage.id))
    .limit(1);
  const open = (row: typeof siteMessage.$inferSelect) =>
    openFor(tx, clientId, messagePlace(row.id), row.content);
  if (await isSaidAgain(last, { text, open })) return;
  const id = newId();
  const acts = (await whyNotToActOn(tx, actor, { clientId })) === null;
  const [written] = await tx
    .insert(siteMessage)
    .values({
      ...{ id, clientId, writtenBy: actor.id, writtenAt: clock.now() },
      formToken,
      audience: acts ? 'clinical' : 'all-staff',
      content: await sealFor(tx, clientId, messagePlace(id), text),
    })
    .onConflictDoNothing()
    .returning({ id: siteMessage.id });
  if (written) await record(tx, { event: 'message.written', subject: clientId, detail: { message: id } });
}

/** No mail tells of it. Refused: see `WriteRefusal`. */
export async function writeMessage(
  actor: Staff,
  asked: { reference: string; text: string; formToken: string },
): Promise<{ ok: true } | { ok: false; reason: WriteRefusal }> {
  if (!mayWrite(actor)) return { ok: false, reason: 'not-allowed' };
  const message = messageIn(asked.text);
  if (!message.ok) return message;
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, asked.reference);
    if (!found) return { ok: false, reason: 'unknown' };
    const notTheirs = await whyNotToWrite(tx, actor, found);
    if (notTheirs) return { ok: false, reason: notTheirs };
    await putMessage(tx, actor, { ...message, clientId: found.clientId, formToken: asked.formToken });
    return { ok: true };
  });
}
