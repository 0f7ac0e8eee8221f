// One form open in two tabs: what was typed in one is never written over by what is typed in the other.
import { and, eq, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { formDraft } from '@/db/schema';
import { isId } from '@/lib/env/ids';
import { asideKey, beginsWith, draftOf, dropDraft, type FormDraft, keepDraft, textsIn } from './form-draft';
import { OPENED_ON, stampOf, THIS_PAGE, type Values, written } from './written';

type Owner = Actor & { id: string };

/** Nobody has more tabs of one form open; a page that shows them all has an end. The oldest goes. */
const MOST_ASIDE = 10;

/** A draft's key, and whatever was set aside beside it. */
export const isDraftOf = (key: string, form: string): boolean =>
  form === key || form.startsWith(asideKey(key, ''));

/**
 * Sets aside what is kept for this form where it was typed in another tab and the one posting never saw it; there it stays
 * until its author has looked at it. To be called before anything replaces or drops that draft. Returns whether anything
 * stands aside now.
 */
export async function setAside(tx: Tx, accountId: string, key: string, posted: Values): Promise<boolean> {
  await keepUnseen(tx, accountId, key, posted);
  return settleAsides(tx, accountId, key, posted);
}

/** The same, and `draft` is kept for this form. */
export async function keepBeside(
  tx: Tx,
  accountId: string,
  key: string,
  posted: Values,
  draft: FormDraft,
): Promise<boolean> {
  await keepUnseen(tx, accountId, key, posted);
  await keepDraft(tx, accountId, key, draft);
  // Written first and deleted after, as whoever deletes what a draft is about does: so neither waits for the other.
  return settleAsides(tx, accountId, key, posted);
}

async function keepUnseen(tx: Tx, accountId: string, key: string, posted: Values) {
  const unseen = await unseenBy(tx, accountId, key, posted);
  if (unseen) await keepDraft(tx, accountId, asideKey(key, unseen.typedOn), { ...unseen.draft, errors: [] });
}

async function settleAsides(tx: Tx, accountId: string, key: string, posted: Values): Promise<boolean> {
  await dropOwn(tx, accountId, key, posted);
  const aside = await keysAside(tx, accountId, key);
  for (const oldest of aside.slice(0, -MOST_ASIDE)) await dropDraft(tx, accountId, oldest);
  return aside.length > 0;
}

/**
 * What was posted is taken, or was emptied, and goes. What another tab typed and this one never saw stays, and is the draft
 * from now on. Returns whether there is any.
 */
export async function dropTyped(tx: Tx, accountId: string, key: string, posted: Values): Promise<boolean> {
  const unseen = await unseenBy(tx, accountId, key, posted);
  const own = asideKey(key, posted[THIS_PAGE]?.[0] ?? '');
  const next = unseen ? undefined : (await keysAside(tx, accountId, key)).findLast((aside) => aside !== own);
  const aside = next && (await draftOf(tx, accountId, next));
  // In the order of `keepBeside`.
  if (aside) await keepDraft(tx, accountId, key, aside);
  else if (!unseen) await dropDraft(tx, accountId, key);
  if (next) await dropDraft(tx, accountId, next);
  await dropOwn(tx, accountId, key, posted);
  return unseen !== null || aside !== undefined;
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
    .where(and(eq(formDraft.accountId, accountId), beginsWith(asideKey(key, ''))))
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
      await keepBeside(tx, actor.id, key, chosen.values, { ...chosen, errors: [] });
    }
    await dropDraft(tx, actor.id, asideKey(key, id));
  });
}
