// What was typed and is kept, read again as if it had just been posted.
import { Fields } from './fields';
import type { FormDraft } from './form-draft';

/** Every name with each of its values, as a form posts them. */
export const pairsOf = (draft: FormDraft): [string, string][] =>
  Object.entries(draft.values).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );

export const fieldsOf = (draft: FormDraft): Fields => new Fields(pairsOf(draft));
