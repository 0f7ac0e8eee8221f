// May this client be written to, and may a day and time stand in it? Only as they said themselves.
import { and, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { account, signature, unwantedMail } from '@/db/schema';
import { newestFirst } from '@/lib/documents/newest-record';
import type { SignedRecord } from '@/lib/documents/signed-record';
import { answersOf } from '@/lib/forms/answers-of';

export type MailPermissions = {
  appointments: boolean;
  forms: boolean;
  /** That the way they sign in was changed: never where it would tell the very person it guards against. */
  signIn: boolean;
  ownInbox: boolean;
  /** They marked a mail of ours as unwanted: whatever they said, nothing is sent but what they ask for. */
  unwanted: boolean;
};

/**
 * The strictest of what they said counts: mail about times and forms needs e-mail in A4 and, where "Messages" was
 * confirmed, its box there; never against either. The inbox is theirs alone only when A1 says so, and only such an inbox
 * hears of a changed sign-in; there, who has not come to A4 or to "Messages" yet has not said no.
 */
export async function mailPermissions(tx: Tx, clientId: string): Promise<MailPermissions> {
  const answers = await answersOf(tx, clientId);
  const ownInbox = answers.get('A1')?.value === 'only-me';
  const ticked = await boxesTicked(tx, clientId);
  const by = answers.get('A4');
  const byMail = by?.value === 'email';
  const allows = (box: string) => ticked === null || ticked.includes(box);
  const unwanted = await isUnwanted(tx, clientId);
  return {
    appointments: !unwanted && byMail && allows('email-appointments'),
    forms: !unwanted && byMail && allows('email-forms'),
    signIn: !unwanted && ownInbox && (byMail || !by) && (ticked === null || ticked.some(isMailBox)),
    ownInbox,
    unwanted,
  };
}

/** Why a mail that `needs` this is not sent; null when it is. `may` is null where nobody's permission is needed. */
export function whyNot(
  needs: 'nothing' | 'appointments' | 'forms' | 'signIn',
  may: MailPermissions | null,
): 'unwanted' | 'not-wanted' | null {
  if (needs === 'nothing' || may?.[needs]) return null;
  return may?.unwanted ? 'unwanted' : 'not-wanted';
}

/** Whether the address they have now is one whose owner complained. */
async function isUnwanted(tx: Tx, clientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ since: unwantedMail.since })
    .from(account)
    .innerJoin(unwantedMail, eq(unwantedMail.emailIndex, account.emailIndex))
    .where(eq(account.id, clientId));
  return row !== undefined;
}

const isMailBox = (box: string) => box.startsWith('email-');

/** Whether "Messages" lets us write mail about anything; null while it was never confirmed. */
export async function messagesAllowMail(actor: Extract<Actor, { kind: 'client' }>): Promise<boolean | null> {
  const ticked = await as(actor, (tx) => boxesTicked(tx, actor.id));
  return ticked?.some(isMailBox) ?? null;
}

/** The boxes of the newest "Messages" record; none once it was taken back; null when there is no record. */
async function boxesTicked(tx: Tx, clientId: string): Promise<string[] | null> {
  const [newest] = await tx
    .select({ kind: signature.kind, record: signature.record })
    .from(signature)
    .where(and(eq(signature.clientId, clientId), eq(signature.slug, 'messages')))
    .orderBy(...newestFirst)
    .limit(1);
  if (!newest) return null;
  return newest.kind === 'withdrawal' ? [] : (JSON.parse(newest.record) as SignedRecord).boxesTicked;
}
