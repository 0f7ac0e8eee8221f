// A clinical lead says that they have seen who opened a file with a reason, and why.
import { and, eq, isNull, ne } from 'drizzle-orm';
import { as } from '@/db/client';
import { glassBreak } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import type { Staff } from './submission-by-reference';

/** Seen twice is once: the first stands. Refused: `not-allowed` (they don't lead), `unknown` (no such one, or their own). */
export async function seeOpenedFile(
  actor: Staff,
  glassId: string,
): Promise<{ ok: true } | { ok: false; reason: 'not-allowed' | 'unknown' }> {
  if (!actor.roles.includes('lead')) return { ok: false, reason: 'not-allowed' };
  if (!isId(glassId)) return { ok: false, reason: 'unknown' };
  return as(actor, async (tx) => {
    const mine = and(eq(glassBreak.id, glassId), ne(glassBreak.staffId, actor.id));
    const [seen] = await tx
      .update(glassBreak)
      .set({ seenAt: clock.now(), seenBy: actor.id })
      .where(and(mine, isNull(glassBreak.seenAt)))
      .returning({ clientId: glassBreak.clientId });
    if (seen) {
      await record(tx, { event: 'glass.seen', subject: seen.clientId, detail: { glass: glassId } });
      return { ok: true };
    }
    const [there] = await tx.select({ id: glassBreak.id }).from(glassBreak).where(mine);
    return there ? { ok: true } : { ok: false, reason: 'unknown' };
  });
}
