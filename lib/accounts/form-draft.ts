// What was typed and not taken is kept, sealed, until it is: with the account, or for visitors in their own browser.
import { createHash, hkdfSync } from 'node:crypto';
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { type Actor, as, type Tx } from '@/db/client';
import { formDraft as table } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { isId, newId } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { openFor, sealFor } from '@/lib/vault/keys';
import { openAlone, sealAlone } from '@/lib/vault/own-key';
import { openWith, sealWith } from '@/lib/vault/seal';
import { cookieRules, draftCookieName } from './cookies';

/** A reason to be put into words by the page, and the field it is about. */
export type FieldError = { field: string; reason: string; values?: Record<string, string | number> };
export type FormDraft = {
  values: Record<string, string[]>;
  errors: FieldError[];
  /** The names of those that are written at length, where its form has such boxes. */
  boxes?: readonly string[];
  /** What was typed in the same form in other tabs and stands aside, the oldest first; only as a page is shown it. */
  elsewhere?: readonly Elsewhere[];
};
/** By `id` it is put into the form, or put away. */
export type Elsewhere = { id: string; texts: readonly string[] };

/** Whoever comes back later finds what they typed, and no scolding: Continue looks at it again. */
const ERRORS_STAY_MS = 10 * 60 * 1000;

const rowOf = (accountId: string, form: string) => ({
  table: 'form_draft',
  column: 'content',
  row: `${accountId}/${form}`,
});

/** A draft of something that only its author may ever read: no job and no colleague is given the key it is sealed with. */
const ALONE = 'alone/';
export const alone = (form: string): string => `${ALONE}${form}`;

const seal = (tx: Tx, accountId: string, form: string, text: string) =>
  (form.startsWith(ALONE) ? sealAlone : sealFor)(tx, accountId, rowOf(accountId, form), text);

async function opened(tx: Tx, accountId: string, row: typeof table.$inferSelect): Promise<FormDraft> {
  const open = row.form.startsWith(ALONE) ? openAlone : openFor;
  const draft = JSON.parse(await open(tx, accountId, rowOf(accountId, row.form), row.content)) as FormDraft;
  return clock.now().getTime() - row.changedAt.getTime() > ERRORS_STAY_MS ? { ...draft, errors: [] } : draft;
}

/** Who has no drafts in the database, or may not see them yet: what they type is kept in their own browser. */
export const keepsInCookie = (actor: Actor | null): boolean =>
  !actor || !('id' in actor) || actor.kind === 'first-step';

const ASIDE = '/aside/';

/** The key of what was typed in this form in the tab `opened`, while another tab's words stand in its place. */
export const asideKey = (form: string, opened: string): string => `${form}${ASIDE}${opened}`;

/** The tab, and the key of the form, of what stands aside; neither for any other draft. */
function asideIn(key: string): [id?: string, form?: string] {
  const at = key.lastIndexOf(ASIDE);
  const id = key.slice(at + ASIDE.length);
  return at > 0 && isId(id) ? [id, key.slice(0, at)] : [];
}

/** What was written at length in a draft, box by box. */
export const textsIn = ({ boxes = [], values }: FormDraft): string[] =>
  boxes.flatMap((name) => values[name] ?? []).filter((text) => text.trim() !== '');

/** Not by a pattern: what somebody puts into an address may hold the signs of one. */
export const beginsWith = (start: string): SQL => sql`starts_with(${table.form}, ${start})`;

/** The draft of `form`, or null. `actor` null = a visitor. */
export async function formDraft(actor: Actor | null, form: string): Promise<FormDraft | null> {
  if (!actor || !('id' in actor) || keepsInCookie(actor)) return draftInCookie(form);
  const drafts = await draftsWhere(
    { ...actor, id: actor.id },
    or(eq(table.form, form), beginsWith(asideKey(form, ''))),
  );
  return drafts.get(form) ?? null;
}

/** The same, in a transaction that is open already. */
export async function draftOf(tx: Tx, accountId: string, form: string): Promise<FormDraft | null> {
  const [row] = await tx
    .select()
    .from(table)
    .where(and(eq(table.accountId, accountId), eq(table.form, form)));
  return row ? opened(tx, accountId, row) : null;
}

/** By the key of their form. */
export type FormDrafts = ReadonlyMap<string, FormDraft>;

/** The drafts whose form's key begins with one of `beginnings`: for a page of many forms, in one question. */
export const formDrafts = (actor: Actor & { id: string }, ...beginnings: string[]): Promise<FormDrafts> =>
  draftsWhere(actor, or(...beginnings.map((each) => beginsWith(each))));

/** Each with what stands aside of it. */
const draftsWhere = (actor: Actor & { id: string }, asked: SQL | undefined): Promise<FormDrafts> =>
  as(actor, async (tx) => {
    const rows = await tx
      .select()
      .from(table)
      .where(and(eq(table.accountId, actor.id), asked))
      .orderBy(table.changedAt, table.id);
    const drafts = new Map<string, FormDraft>();
    const asides = new Map<string, Elsewhere[]>();
    for (const row of rows) {
      const [id = '', form] = asideIn(row.form);
      const draft = await opened(tx, actor.id, row);
      if (form) asides.set(form, [...(asides.get(form) ?? []), { id, texts: textsIn(draft) }]);
      else drafts.set(row.form, draft);
    }
    for (const [form, elsewhere] of asides) {
      const draft = drafts.get(form);
      if (draft) drafts.set(form, { ...draft, elsewhere });
    }
    return drafts;
  });

/**
 * The most drafts an account keeps: more than a client's forms have pages. A key is made from an address, and an address can
 * name what is not there: without an end to their number, the disk would be whoever's who signs in.
 */
export const MOST_DRAFTS = 200;

/**
 * Keeps `draft`, replacing the one before; Postgres drops what is about somebody who is gone (`foyer.keep_written_about`).
 * Of more than `MOST_DRAFTS` the ones that were changed longest ago go.
 */
export async function keepDraft(tx: Tx, accountId: string, form: string, draft: FormDraft) {
  const content = await seal(tx, accountId, form, JSON.stringify(draft));
  const changedAt = clock.now();
  await tx
    .insert(table)
    .values({ id: newId(), accountId, form, content, changedAt })
    .onConflictDoUpdate({ target: [table.accountId, table.form], set: { content, changedAt } });
  const beyond = tx
    .select({ id: table.id })
    .from(table)
    .where(eq(table.accountId, accountId))
    .orderBy(desc(table.changedAt), desc(table.id))
    .offset(MOST_DRAFTS);
  await tx.delete(table).where(inArray(table.id, beyond));
}

/** What was wrong with it is said no more; what was typed stays. */
export async function forgetErrors(actor: Extract<Actor, { kind: 'client' }>, form: string) {
  await as(actor, async (tx) => {
    const draft = await draftOf(tx, actor.id, form);
    if (draft?.errors.length) await keepDraft(tx, actor.id, form, { ...draft, errors: [] });
  });
}

/** Drops the draft of `form`, if there is one. */
export async function dropDraft(tx: Tx, accountId: string, form: string) {
  await tx.delete(table).where(and(eq(table.accountId, accountId), eq(table.form, form)));
}

// A browser takes about 4 kB in a cookie; what visitors type (an address, a code) is far below.
const MOST_IN_COOKIE = 2_500;
// Long enough for the page that comes next and a reload of it; not for whoever picks up a shared phone.
const SECONDS_IN_COOKIE = 60;
const cookieKey = () => Buffer.from(hkdfSync('sha256', settings.authSecret, '', 'draft-cookie', 32));
const cookiePlace = (form: string) => ({
  table: 'cookie',
  column: 'draft',
  row: createHash('sha256').update(form).digest('hex'),
});

async function draftInCookie(form: string): Promise<FormDraft | null> {
  const kept = (await cookies()).get(draftCookieName())?.value;
  if (!kept) return null;
  try {
    return JSON.parse(openWith(cookieKey(), cookiePlace(form), kept)) as FormDraft;
  } catch {
    return null; // another form's, or not ours
  }
}

/** Keeps a visitor's draft in their own browser. To be called from a route handler. */
export async function keepDraftInCookie(form: string, draft: FormDraft) {
  const sealed = sealWith(cookieKey(), 'c1', cookiePlace(form), JSON.stringify(draft));
  const jar = await cookies();
  if (sealed.length <= MOST_IN_COOKIE)
    jar.set(draftCookieName(), sealed, { ...cookieRules(), maxAge: SECONDS_IN_COOKIE });
  else
    jar.set(
      draftCookieName(),
      sealWith(cookieKey(), 'c1', cookiePlace(form), JSON.stringify({ values: {}, errors: draft.errors })),
      { ...cookieRules(), maxAge: SECONDS_IN_COOKIE },
    );
}

/** Drops a visitor's draft. To be called from a route handler. */
export async function dropDraftInCookie() {
  (await cookies()).set(draftCookieName(), '', { ...cookieRules(), maxAge: 0 });
}

/**
 * Keeps the draft where its owner may have it, or drops the one before. `actor` null = a visitor. To be called from a route
 * handler.
 */
export async function keepOrDrop(
  actor: (Actor & { id: string }) | null,
  form: string,
  draft: FormDraft | undefined,
) {
  if (!actor || keepsInCookie(actor)) return draft ? keepDraftInCookie(form, draft) : dropDraftInCookie();
  await as(actor, (tx) => (draft ? keepDraft(tx, actor.id, form, draft) : dropDraft(tx, actor.id, form)));
}
