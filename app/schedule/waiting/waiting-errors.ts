// What is missing of what somebody waits for, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';

/** The key of the kept form. */
export const WAITING_FORM = 'schedule/waiting';

const FIELDS = ['days', 'parts', 'weeks'] as const;

export type WaitingErrors = Partial<Record<(typeof FIELDS)[number], string>>;

export function waitingErrors(
  t: ReturnType<typeof useTranslations<'waitlist.own'>>,
  draft: FormDraft | null,
): WaitingErrors {
  const wrong = FIELDS.filter((field) => draft?.errors.some((error) => error.field === field));
  return Object.fromEntries(wrong.map((field) => [field, t(`errors.${field}`)]));
}
