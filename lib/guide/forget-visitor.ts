// Whoever leaves leaves nothing behind: what their cookie would open is deleted at once.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import { visitorWith } from './visitor-vault';

/** Never throws: without its cookie nobody can read it, and it goes with the next sweep. */
export async function forgetVisitor(secret: string | null) {
  if (!secret) return;
  const { actor, hash } = visitorWith(secret);
  try {
    await as(actor, (tx) => tx.delete(visitorReflection).where(eq(visitorReflection.browserHash, hash)));
  } catch (error) {
    console.error('notes: not deleted at once:', error instanceof Error ? error.name : 'unknown');
  }
}
