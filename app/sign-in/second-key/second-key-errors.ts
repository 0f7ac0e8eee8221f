// Why a second key was refused, as far as this page has words for it.
import type { FormDraft } from '@/lib/accounts/form-draft';

const REASONS = [
  'empty',
  'wrong',
  'too-many',
  'shut',
  'no-pin',
  'no-answer',
  'expired',
  'not-accepted',
] as const;

/** The field and the reason of the draft's first error, or null. */
export function errorIn(draft: FormDraft | null) {
  const [first] = draft?.errors ?? [];
  const reason = REASONS.find((each) => each === first?.reason);
  return first && reason ? { field: first.field, reason } : null;
}
