// One page open in two windows: what was typed in one is never written over by what is typed in the other.
import { and, eq, like } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { formDraft } from '@/db/schema';
import { draftOf, dropDraft, type FormDraft, keepDraft } from '@/lib/accounts/form-draft';
import { isId } from '@/lib/env/ids';

/** The field that names a page as it was opened, anew each time; and the one that says whose text it was opened with. */
export const THIS_PAGE = 'this-page';
export const OPENED_ON = 'opened-on';

type Values = Record<string, string[]>;

const asideKey = (key: string, opened: string): string => `${key}/aside/${opened}`;

/** A draft's key, and whatever was set aside beside it. */
export const isDraftOf = (key: string, form: string): boolean =>
  form === key || form.startsWith(asideKey(key, ''));

/**
 * Sets aside what is kept for this form where it was typed in another window that the one posting never saw; there it stays
 * until its client has looked at it. To be called before anything replaces or drops that draft.
 */
export async function setAside(tx: Tx, accountId: string, key: string, posted: Values) {
  const kept = await draftOf(tx, accountId, key);
  const typedOn = kept?.values[THIS_PAGE]?.[0] ?? '';
  // It becomes part of a key: what is no id of ours was forged, and is nobody's window.
  if (!kept || !isId(typedOn) || typedOn === posted[THIS_PAGE]?.[0] || typedOn === posted[OPENED_ON]?.[0])
    return;
  if (written(kept.values) === written(posted)) return;
  await keepDraft(tx, accountId, asideKey(key, typedOn), { ...kept, errors: [] });
}

export type Aside = { id: string; draft: FormDraft };

/** Whatever was set aside of this form. */
async function asidesOf(tx: Tx, accountId: string, key: string): Promise<Aside[]> {
  const rows = await tx
    .select({ form: formDraft.form })
    .from(formDraft)
    .where(and(eq(formDraft.accountId, accountId), like(formDraft.form, `${asideKey(key, '')}%`)))
    .orderBy(formDraft.changedAt);
  const asides: Aside[] = [];
  for (const { form } of rows) {
    const draft = await draftOf(tx, accountId, form);
    if (draft) asides.push({ id: form.slice(asideKey(key, '').length), draft });
  }
  return asides;
}

export const ownAsides = (actor: Actor & { kind: 'client' }, key: string): Promise<Aside[]> =>
  as(actor, (tx) => asidesOf(tx, actor.id, key));

/** `use`: it stands in the form again, and what stood there is set aside instead. Else it is removed. Twice is once. */
export async function dealWithAside(
  actor: Actor & { kind: 'client' },
  key: string,
  id: string,
  use: boolean,
) {
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

/** What a person typed or chose, without what only the form knows. */
function written(values: Values): string {
  const theirs = Object.entries(values).filter(
    ([name]) => ![THIS_PAGE, OPENED_ON, 'intent', 'from'].includes(name) && !name.startsWith('base-'),
  );
  return JSON.stringify(
    theirs
      .map(([name, given]) => [name, given.filter((one) => one.trim() !== '')] as const)
      .filter(([, given]) => given.length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
