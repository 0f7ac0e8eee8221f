// May this client be written to, and may a day and time stand in it? Only as they said themselves.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { signature } from '@/db/schema';
import { newestFirst } from '@/lib/documents/newest-record';
import type { SignedRecord } from '@/lib/documents/signed-record';
import { answersOf } from '@/lib/forms/answers-of';

export type MailPermissions = {
  appointments: boolean;
  forms: boolean;
  /** That the way they sign in was changed: never where it would tell the very person it guards against. */
  signIn: boolean;
  ownInbox: boolean;
};

/**
 * What the client signed under "Messages" counts. Who never signed it is written to when they chose e-mail in A4;
 * "this site only" means no mail but the code they ask for. The inbox is theirs alone only when A1 says so, and only
 * such an inbox hears of a changed sign-in; who has not come to A4 yet has not said no.
 */
export async function mailPermissions(tx: Tx, clientId: string): Promise<MailPermissions> {
  const answers = await answersOf(tx, clientId);
  const ownInbox = answers.get('A1')?.value === 'only-me';
  const ticked = await boxesTicked(tx, clientId);
  if (ticked)
    return {
      appointments: ticked.includes('email-appointments'),
      forms: ticked.includes('email-forms'),
      signIn: ownInbox && ticked.some((box) => box.startsWith('email-')),
      ownInbox,
    };
  const by = answers.get('A4');
  const byMail = by?.value === 'email';
  return { appointments: byMail, forms: byMail, signIn: ownInbox && (byMail || !by), ownInbox };
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
