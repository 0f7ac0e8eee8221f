// What a member of staff keeps to themselves about a client opens with two keys: their own, which nobody else is given, and the client's, which goes when the client does.
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { vaultKey } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { makeKey, openFor, sealFor } from './keys';
import type { Place } from './seal';

/** Both ids are accounts'. */
type Whose = { owner: string; subject: string };

/** The subject under which `owner`'s own key stands; made when it is first wanted. Only the owner may ask. */
async function ownSubject(tx: Tx, owner: string): Promise<string> {
  const there = await subjectOf(tx, owner);
  if (there) return there;
  // Two first notes at once: the second waits here, and finds the key that the first has made.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`own key of ${owner}`}, 0))`);
  const made = await subjectOf(tx, owner);
  if (made) return made;
  const id = newId();
  await makeKey(tx, id, owner);
  return id;
}

async function subjectOf(tx: Tx, owner: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: vaultKey.subjectId }).from(vaultKey).where(eq(vaultKey.ownerId, owner));
  return row?.id;
}

/** Seals `text` with the owner's own key for one place. */
export const sealAlone = async (tx: Tx, owner: string, at: Place, text: string): Promise<string> =>
  sealFor(tx, await ownSubject(tx, owner), at, text);

/** Opens what `sealAlone` sealed. Throws `Unreadable` for anybody but its owner. */
export const openAlone = async (tx: Tx, owner: string, at: Place, sealed: string): Promise<string> =>
  openFor(tx, await ownSubject(tx, owner), at, sealed);

/** Seals `text` with the owner's own key, and that with the subject's, for one place. */
export async function sealOwn(tx: Tx, { owner, subject }: Whose, at: Place, text: string): Promise<string> {
  return sealFor(tx, subject, at, await sealAlone(tx, owner, at, text));
}

/** Opens what `sealOwn` sealed. Throws `Unreadable` for anybody but its owner, and once the subject's key is gone. */
export async function openOwn(tx: Tx, { owner, subject }: Whose, at: Place, sealed: string): Promise<string> {
  return openAlone(tx, owner, at, await openFor(tx, subject, at, sealed));
}
