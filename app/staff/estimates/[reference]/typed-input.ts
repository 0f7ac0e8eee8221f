// What was typed for an estimate and is kept, read again as if it had just been posted.
import type { FormDraft } from '@/lib/accounts/form-draft';
import { fieldsOf } from '@/lib/accounts/typed-again';
import { type EstimateInput, estimateFrom } from '@/lib/estimates/estimate-form';

/** Null when nothing whole is kept. */
export function inputIn(draft: FormDraft | null): EstimateInput | null {
  if (!draft) return null;
  const parsed = estimateFrom(fieldsOf(draft));
  return parsed.ok ? parsed.input : null;
}
