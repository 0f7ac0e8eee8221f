// Staff look for somebody by a reference, an exact e-mail address, or the beginning of a name: all sealed, found by their marks.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { account, nameIndex, submission } from '@/db/schema';
import { emailIndex, nameSearchIndex } from '@/lib/vault/indexes';

/** More than anybody would read; somebody who finds as many types another letter. */
const MOST = 200;

/** The ids of the clients who fit; empty when nobody does, or when a name is shorter than three letters. */
export async function findClients(tx: Tx, words: string): Promise<string[]> {
  const asked = words.trim();
  if (asked.includes('@')) {
    const rows = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(account.emailIndex, emailIndex(asked)));
    return rows.map(({ id }) => id);
  }
  // A reference is read out with spaces and in any case; O is no letter of it, and neither are I and L.
  const reference = asked.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (/^[0-9A-HJKMNP-TV-Z]{10}$/.test(reference)) {
    const rows = await tx
      .select({ id: submission.clientId })
      .from(submission)
      .where(eq(submission.reference, reference));
    if (rows.length > 0) return rows.map(({ id }) => id);
  }
  const index = nameSearchIndex(asked);
  if (!index) return [];
  const rows = await tx
    .selectDistinct({ id: nameIndex.clientId })
    .from(nameIndex)
    .where(eq(nameIndex.prefixIndex, index))
    .limit(MOST);
  return rows.map(({ id }) => id);
}
