// How many codes may be mailed to an address: what a stranger asks for uses up their own share, and no mailbox is flooded.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { knownNetwork } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { countedIndex } from '@/lib/vault/indexes';
import { forgetTries, withinLimit } from './limits';
import { networkOf } from './network';

/** `own-used`: this network has had its share of mails to this address. `all-used`: all networks together have had theirs. */
export type MailShare = 'within' | 'own-used' | 'all-used';

/**
 * Counts one mail to the address with that index, asked for from that network. To be called as the bearer of the index.
 *
 * Where its owner has used a code before, only the network's own share counts: strangers, from however many networks,
 * don't keep them out there. Elsewhere they can: with five networks for the rest of a quarter of an hour, with four and
 * an hour and a quarter's patience for the rest of the day. They cannot touch a code that is already on its way, nor a
 * session. The same is counted and looked up for every address, known or not, so that neither the answer nor its time
 * tells which it is.
 *
 * What guessing comes to. A code fits one request, which takes `CODE_TRIES` = 5; a request that is not mailed fits no
 * code; so whoever guesses has 5 tries a mail, at one of 10^8 codes. Of requests that were mailed, at most 60 are open at
 * once, as they live ten minutes.
 * - from unknown networks 100 mails a day = 500 guesses = a chance of 1 in 200,000 a day. A year of it, every day, and
 *   36,500 mails that its owner gets meanwhile, comes to 0.18 %;
 * - from a network its owner uses (the same household) 30 mails = 150 guesses a day, and as many again for each code
 *   they use there: 1 in 670,000.
 * Wrong codes are not counted by address: that would be another way for a stranger to shut it.
 */
export async function mailShare(tx: Tx, emailIndex: string, ip: string): Promise<MailShare> {
  const known = await isKnown(tx, emailIndex, ip);
  // First: what one network asks for beyond its share doesn't use up the others'.
  if (!(await withinLimit(tx, 'sign-in.address-and-network', emailIndex, ip))) return 'own-used';
  const all = await withinLimit(tx, 'sign-in.address', emailIndex);
  return all || known ? 'within' : 'all-used';
}

/** A code was used: its owner reads that mailbox here. As themselves; what the network asked for before is forgiven. */
export async function rememberNetwork(tx: Tx, accountId: string, emailIndex: string, ip: string) {
  const usedAt = clock.now();
  await tx
    .insert(knownNetwork)
    .values({ accountId, mark: markOf(emailIndex, ip), usedAt })
    .onConflictDoUpdate({ target: [knownNetwork.accountId, knownNetwork.mark], set: { usedAt } });
  await forgetTries(tx, 'sign-in.address-and-network', emailIndex, ip);
}

const markOf = (emailIndex: string, ip: string) =>
  countedIndex('known-network', `${emailIndex}\n${networkOf(ip)}`);

async function isKnown(tx: Tx, emailIndex: string, ip: string): Promise<boolean> {
  const rows = await tx
    .select({ mark: knownNetwork.mark })
    .from(knownNetwork)
    .where(eq(knownNetwork.mark, markOf(emailIndex, ip)));
  return rows.length > 0;
}
