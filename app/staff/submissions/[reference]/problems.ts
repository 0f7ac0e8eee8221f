// What stood in the way of a change, or was done, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft } from '@/lib/accounts/form-draft';

const PROBLEMS = [
  'not-now',
  'not-allowed',
  'not-on-the-case',
  'only-opened',
  'reason-too-short',
  'reason-too-long',
  'reason-not-readable',
  'not-a-clinician',
  'already-closed',
  'red-not-seen',
  'not-acknowledged',
  'message-missing',
  'message-too-long',
  'not-readable',
  'too-many-questions',
] as const;

export type Problem = (typeof PROBLEMS)[number];
export type Words = ReturnType<typeof useTranslations<'staff.submission'>>;

const DONE = [
  'accept',
  'begin-review',
  'acknowledge',
  'assign',
  'take-over',
  'attempt',
  'close-flag',
  'write',
  'settle-time',
  'ask-for-more',
  'go-on-without',
  'mark-read',
  'open',
  'note',
  'correct-note',
  'decline',
  'close-file',
  'reopen',
  'reconsider',
  'told',
  'ask-told',
] as const;

export type Done = (typeof DONE)[number];

export const doneNamed = (given: string | string[] | undefined): Done | null =>
  DONE.find((each) => each === given) ?? null;

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined): Problem | null =>
  PROBLEMS.find((each) => each === given) ?? null;

/** The errors of the kept outcome, each leading to its field. */
export function errorsIn(draft: FormDraft | null, t: Words): { href: string; message: string }[] {
  return (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const problem = problemNamed(reason);
    return problem ? [{ href: `#${field}`, message: t(`problem.${problem}`) }] : [];
  });
}

/** The error of one field, for beside it. */
export function errorOf(draft: FormDraft | null, field: string, t: Words): string | undefined {
  const problem = problemNamed(draft?.errors.find((error) => error.field === field)?.reason);
  return problem ? t(`problem.${problem}`) : undefined;
}

/** Whether something typed was refused just now: what is wrong with it is said then, and not each time the file is opened. */
export const isRefused = ({ done, refused, at }: Record<string, string | string[] | undefined>): boolean =>
  doneNamed(done) === null && (refused !== undefined || at !== undefined);
