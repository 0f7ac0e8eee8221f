// What of a posted form is what somebody typed: it is kept, and shown again; which button was pressed is not.
import { type Actor, as } from '@/db/client';
import { isId } from '@/lib/env/ids';
import type { Fields } from './fields';
import { type FieldError, type FormDraft, keepOrDrop, keepsInCookie } from './form-draft';
import type { FormRoute, Outcome } from './form-spec';
import { dropTyped, keepBeside } from './typed-elsewhere';
import { ELSEWHERE } from './written';

/** A small answer, which says at the same time whether somebody is still signed in. */
export const KEPT = '/stay/left';
/** The same, where something typed in another tab stands beside it. */
export const KEPT_BESIDE = `${KEPT}?beside=yes`;

/** The names of its boxes to write in; undefined where it has none. */
export const boxesOf = <I>(spec: FormRoute<I>, fields: Fields): readonly string[] | undefined =>
  'boxes' in spec ? spec.boxes?.(fields) : undefined;

/** Sent by the browser while somebody types, or by hand to go on later: nothing is done with it. */
export function keepsOnly<I>(spec: FormRoute<I>, fields: Fields) {
  const intent = fields.one('intent');
  return boxesOf(spec, fields) && (intent === 'typing' || intent === 'later') ? intent : null;
}

/** Which of what was typed in other tabs is to be put into the form, or put away; null when neither was asked. */
export function elsewhereAsked<I>(spec: FormRoute<I>, fields: Fields): { id: string; use: boolean } | null {
  const [what, id = ''] = fields.one(ELSEWHERE).split('/');
  return boxesOf(spec, fields) && isId(id) ? { id, use: what === 'use' } : null;
}

/** Its form has boxes to write in, and nothing is written in any. */
export const isEmpty = <I>(spec: FormRoute<I>, fields: Fields): boolean =>
  boxesOf(spec, fields)?.every((name) => fields.one(name).trim() === '') ?? false;

/** Something is written at length in it. */
export const isWritten = <I>(spec: FormRoute<I>, fields: Fields): boolean =>
  boxesOf(spec, fields) !== undefined && !isEmpty(spec, fields);

/** What was typed, as it is kept; of a refused form with what was wrong, and with the values it gets instead. */
export function draftFrom<I>(spec: FormRoute<I>, fields: Fields, errors: FieldError[] = []): FormDraft {
  const boxes = boxesOf(spec, fields);
  const unkept = [...(spec.unkept ?? []), ...(boxes ? ['intent', ELSEWHERE] : [])];
  const values = Object.entries(fields.values()).filter(([name]) => !unkept.includes(name));
  return { values: Object.fromEntries(values), errors, ...(boxes && { boxes }) };
}

/** What is kept of a form that was refused; nothing of one that was taken. */
export function draftAfter<I>(spec: FormRoute<I>, fields: Fields, outcome: Outcome): FormDraft | undefined {
  if (!outcome.errors) return undefined;
  const draft = draftFrom(spec, fields, outcome.errors);
  return { ...draft, values: { ...draft.values, ...outcome.instead } };
}

/**
 * Keeps what was typed, or drops it; what was typed at length in another tab stays beside it. Returns whether there is any.
 * To be called from a route handler.
 */
export async function keepTyped<I>(
  spec: FormRoute<I>,
  actor: Actor & { id: string },
  form: string,
  fields: Fields,
  draft: FormDraft | undefined,
): Promise<boolean> {
  if (!boxesOf(spec, fields) || keepsInCookie(actor)) {
    await keepOrDrop(actor, form, draft);
    return false;
  }
  const posted = fields.values();
  return as(actor, async (tx) => {
    if (!draft) return dropTyped(tx, actor.id, form, posted);
    return keepBeside(tx, actor.id, form, posted, draft);
  });
}
