// One form open in two tabs: what was typed in one is never written over by what is typed in the other.
import { and, eq, like, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { formDraft } from '@/db/schema';
import { isId } from '@/lib/env/ids';
import { asideKey, draftOf, dropDraft, type FormDraft, keepDraft, textsIn } from './form-draft';
import { OPENED_ON, stampOf, THIS_PAGE, type Values, written } from './written';

type Owner = Actor & { id: string };

/** A draft's key, and whatever was set aside beside it. */
export const isDraftOf = (key: string, form: string): boolean =>
  form === key || form.startsWith(asideKey(key, ''));

/**
 * Sets aside what is kept for this form where it was typed in another tab and the one posting never saw it; there it stays
 * until its author has looked at it. To be called before anything replaces or drops that draft. Returns whether anything
 * stands aside now.
 */
export async function setAside(tx: Tx, accountId: string, key: string, posted: Values): Promise<boolean> {
  const unseen = await unseenBy(tx, accountId, key, posted);
  if (unseen) await keepDraft(tx, accountId, asideKey(key, unseen.typedOn), { ...unseen.draft, errors: [] });
  await dropOwn(tx, accountId, key, posted);
  return (await keysAside(tx, accountId, key)).length > 0;
}

/**
 * What was posted is taken, or was emptied, and goes. What another tab typed and this one never saw stays, and is the draft
 * from now on. Returns whether there is any.
 */
export async function dropTyped(tx: Tx, accountId: string, key: string, posted: Values): Promise<boolean> {
  const unseen = await unseenBy(tx, accountId, key, posted);
  await dropOwn(tx, accountId, key, posted);
  if (unseen) return true;
  await dropDraft(tx, accountId, key);
  const next = (await keysAside(tx, accountId, key)).at(-1);
  const aside = next && (await draftOf(tx, accountId, next));
  if (!next || !aside) return false;
  await keepDraft(tx, accountId, key, aside);
  await dropDraft(tx, accountId, next);
  return true;
}

/** What is kept, where the tab that posts neither typed it nor was opened with it; null where it may be replaced. */
async function unseenBy(tx: Tx, accountId: string, key: string, posted: Values) {
  // Two tabs that keep at the same moment take turns, so that the later one sees what the other kept.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${accountId} ${key}`}, 0))`);
  const draft = await draftOf(tx, accountId, key);
  const typedOn = draft?.values[THIS_PAGE]?.[0] ?? '';
  // It becomes part of a key: what is no id of ours was forged, and is nobody's tab.
  if (!draft || !isId(typedOn) || typedOn === posted[THIS_PAGE]?.[0]) return null;
  if (stampOf(draft) === posted[OPENED_ON]?.[0] || written(draft.values) === written(posted)) return null;
  return draft.boxes && textsIn(draft).length === 0 ? null : { draft, typedOn };
}

/** What this very tab typed before, and what was set aside of it, is part of what it says now. */
async function dropOwn(tx: Tx, accountId: string, key: string, posted: Values) {
  const own = posted[THIS_PAGE]?.[0] ?? '';
  if (isId(own)) await dropDraft(tx, accountId, asideKey(key, own));
}

/** The keys of whatever was set aside of this form, the oldest first. */
async function keysAside(tx: Tx, accountId: string, key: string): Promise<string[]> {
  const rows = await tx
    .select({ form: formDraft.form })
    .from(formDraft)
    .where(and(eq(formDraft.accountId, accountId), like(formDraft.form, `${asideKey(key, '')}%`)))
    .orderBy(formDraft.changedAt, formDraft.id);
  return rows.map(({ form }) => form);
}

export type Aside = { id: string; draft: FormDraft };

/** Whatever was set aside of this form. */
export const ownAsides = (actor: Owner, key: string): Promise<Aside[]> =>
  as(actor, async (tx) => {
    const asides: Aside[] = [];
    for (const form of await keysAside(tx, actor.id, key)) {
      const draft = await draftOf(tx, actor.id, form);
      if (draft) asides.push({ id: form.slice(asideKey(key, '').length), draft });
    }
    return asides;
  });

/** `use`: it stands in the form again, and what stood there is set aside instead. Else it is removed. Twice is once. */
export async function dealWithAside(actor: Owner, key: string, id: string, use: boolean) {
  await as(actor, async (tx) => {
    const chosen = await draftOf(tx, actor.id, asideKey(key, id));
    if (!chosen) return;
    if (use) {
      await setAside(tx, actor.id, key, chosen.values);
      await keepDraft(tx, actor.id, key, { ...chosen, errors: [] });
    }
    await dropDraft(tx, actor.id, asideKey(key, id));
  });
}
