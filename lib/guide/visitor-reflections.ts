// What a visitor's cookie opens, until its day is over.
import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { clock } from '@/lib/env/clock';
import { Unreadable } from '@/lib/vault/seal';
import type { Kept, Reflection } from './reflection';
import type { Visitor } from './visitor-vault';

type Row = Pick<typeof visitorReflection.$inferSelect, 'state' | 'about' | 'content' | 'keptAt'>;

/** By question, and by chapter. */
export type VisitorKept = { kept: Map<string, Kept>; drafts: Map<string, FormDraft> };

/** What is there and has not run out. */
export async function visitorReflections(tx: Tx, visitor: Visitor): Promise<VisitorKept> {
  const rows = await tx
    .select()
    .from(visitorReflection)
    .where(
      and(eq(visitorReflection.browserHash, visitor.hash), gt(visitorReflection.expiresAt, clock.now())),
    );
  return openRows(visitor, rows);
}

/** Opens rows of this visitor's. One that somebody tampered with is as good as gone. */
export function openRows(visitor: Visitor, rows: readonly Row[]): VisitorKept {
  const kept = new Map<string, Kept>();
  const drafts = new Map<string, FormDraft>();
  for (const { state, about, content, keptAt } of rows) {
    try {
      const opened = visitor.open(about, content);
      if (state === 'draft') drafts.set(about, opened as FormDraft);
      else kept.set(about, { ...(opened as Reflection), question: about, keptAt, sharedAt: null });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    }
  }
  return { kept, drafts };
}
