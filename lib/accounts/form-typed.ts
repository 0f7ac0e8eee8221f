// What of a posted form is what somebody typed: it is kept, and shown again; which button was pressed is not.
import type { Fields } from './fields';
import type { FormDraft } from './form-draft';
import type { FormRoute, Outcome } from './form-spec';

const boxesOf = <I>(spec: FormRoute<I>) => ('boxes' in spec ? spec.boxes : undefined);

/** Sent by the browser while somebody types, or by hand to go on later: nothing is done with it. */
export function keepsOnly<I>(spec: FormRoute<I>, fields: Fields) {
  const intent = fields.one('intent');
  return boxesOf(spec) && (intent === 'typing' || intent === 'later') ? intent : null;
}

export const isEmpty = <I>(spec: FormRoute<I>, fields: Fields): boolean =>
  boxesOf(spec)?.(fields).every((name) => fields.one(name).trim() === '') ?? false;

/** Which button was pressed is no part of what somebody typed in boxes. */
export function valuesOf<I>(fields: Fields, spec: FormRoute<I>) {
  const unkept = [...(spec.unkept ?? []), ...(boxesOf(spec) ? ['intent'] : [])];
  return Object.fromEntries(Object.entries(fields.values()).filter(([name]) => !unkept.includes(name)));
}

export const draftFrom = <I>(outcome: Outcome, fields: Fields, spec: FormRoute<I>): FormDraft | undefined =>
  outcome.errors && {
    values: { ...valuesOf(fields, spec), ...outcome.instead },
    errors: outcome.errors,
  };
