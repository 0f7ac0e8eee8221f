// What was typed for an estimate and is kept, read again as if it had just been posted.
import { Fields } from '@/lib/accounts/fields';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { type EstimateInput, estimateFrom } from '@/lib/estimates/estimate-form';

/** Null when nothing whole is kept. */
export function inputIn(draft: FormDraft | null): EstimateInput | null {
  if (!draft) return null;
  const parsed = estimateFrom(fieldsOf(draft));
  return parsed.ok ? parsed.input : null;
}

/** Every name with each of its values, as a form posts them. */
export const pairsOf = (draft: FormDraft): [string, string][] =>
  Object.entries(draft.values).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );

const fieldsOf = (draft: FormDraft) => new Fields(pairsOf(draft));
