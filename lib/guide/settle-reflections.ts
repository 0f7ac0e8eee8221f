// What a chapter's form asks for: what to keep, what to take away, or why it can't be taken; nothing typed is lost on the way.
import type { Fields } from '@/lib/accounts/fields';
import type { FieldError, FormDraft } from '@/lib/accounts/form-draft';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import type { ChapterSlug } from './chapter';
import { type Asked, questionsOf } from './questions';
import {
  baseField,
  choiceField,
  type Kept,
  LONGEST_REFLECTION,
  type Reflection,
  sameReflection,
  stampOf,
  textField,
  together,
} from './reflection';

export type Stored = ReadonlyMap<string, Kept>;

export type Settled = {
  /** By question: what is kept from now on, null = taken away. What stays as it is, is not in it. */
  changes: ReadonlyMap<string, Reflection | null>;
  /** What was typed and is not kept, to be shown again; null when there is nothing. */
  draft: FormDraft | null;
};

/** `stored`: what is kept at this moment, by question. With a fault (`too-long`, `not-readable`) nothing changes. */
export function settleReflections(chapter: ChapterSlug, fields: Fields, stored: Stored): Settled {
  const asked = questionsOf(chapter);
  const remove = asked.find(({ id }) => id === fields.one('remove'));
  if (remove) return settleRemoval(remove, asked, fields, stored);
  const errors = asked.flatMap((question) => faultsIn(question, fields, stored.get(question.id)));
  if (errors.length > 0) return { changes: new Map(), draft: { values: fields.values(), errors } };
  const changes = new Map<string, Reflection | null>();
  for (const question of asked) {
    const change = changeOf(question, fields, stored.get(question.id));
    if (change !== undefined) changes.set(question.id, change);
  }
  return { changes, draft: null };
}

/** Something stands in the form that is not kept: whoever goes on now would lose it. */
export function holdsUnkept(chapter: ChapterSlug, fields: Fields, stored: Stored): boolean {
  const { changes, draft } = settleReflections(chapter, fields, stored);
  return changes.size > 0 || draft !== null;
}

/** Every box is empty, and so it was when the page was opened. */
export function isBlank(chapter: ChapterSlug, fields: Fields): boolean {
  return questionsOf(chapter).every(({ id }) =>
    [textField(id), choiceField(id), baseField(id)].every((name) => fields.one(name).trim() === ''),
  );
}

/** One is taken away; what was typed beside it and not kept yet stays in its box. */
function settleRemoval(removed: Asked, asked: readonly Asked[], fields: Fields, stored: Stored): Settled {
  const others = asked.filter(({ id }) => id !== removed.id);
  const unsaved = others.some(({ id }) => tidy(fields.one(textField(id))) !== (stored.get(id)?.text ?? ''));
  const values = Object.fromEntries(
    Object.entries(fields.values()).filter(([name]) => others.some(({ id }) => name.startsWith(id))),
  );
  return { changes: new Map([[removed.id, null]]), draft: unsaved ? { values, errors: [] } : null };
}

function faultsIn({ id }: Asked, fields: Fields, kept: Kept | undefined): FieldError[] {
  // Two that were put together may be longer: nobody has to cut what is kept already.
  const most = Math.max(LONGEST_REFLECTION, [...(kept?.text ?? '')].length);
  const fault = textFault(tidy(fields.one(textField(id))), most);
  return fault ? [{ field: textField(id), ...fault }] : [];
}

/** Undefined = nothing changes. */
function changeOf(
  { id, choices }: Asked,
  fields: Fields,
  kept: Kept | undefined,
): Reflection | null | undefined {
  const chosen = fields.one(choiceField(id));
  const given: Reflection = {
    choice: choices.some(({ value }) => value === chosen) ? chosen : null,
    text: tidy(fields.one(textField(id))),
  };
  const empty = given.text === '' && given.choice === null;
  if (!kept) return empty ? undefined : given;
  if (sameReflection(given, kept)) return undefined;
  // It was kept elsewhere since this page was opened: an empty box takes nothing away, and neither does another text.
  const overtaken = fields.one(baseField(id)) !== stampOf(kept);
  if (overtaken)
    return empty || sameReflection(together(given, kept), kept) ? undefined : together(given, kept);
  return empty ? null : given;
}
