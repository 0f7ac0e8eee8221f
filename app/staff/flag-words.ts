// What stood in the way of something done about a flag, or what was done, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft, FormDrafts } from '@/lib/accounts/form-draft';

const PROBLEMS = [
  'unknown',
  'not-acknowledged',
  'already-closed',
  'outcome-missing',
  'tool-missing',
  'date-missing',
  'in-the-future',
  'before-the-flag',
  'where-missing',
  'detail-too-long',
  'detail-not-readable',
  'attempts-missing',
  'note-missing',
  'note-too-long',
  'note-not-readable',
  'way-missing',
  'time-wrong',
] as const;
const DONE = ['acknowledge', 'take-over', 'attempt', 'close-flag'] as const;

export type FlagWords = ReturnType<typeof useTranslations<'flags'>>;
/** Null for what is none of them: an address can say anything. */
export const flagProblem = (given: string | string[] | undefined) =>
  PROBLEMS.find((each) => each === given) ?? null;
export const flagDone = (given: string | string[] | undefined) => DONE.find((each) => each === given) ?? null;

/** The errors of what was kept, each leading to its field. */
export const flagErrors = (drafts: FormDrafts, t: FlagWords): { href: string; message: string }[] =>
  [...drafts.values()].flatMap((draft) =>
    draft.errors.flatMap(({ field, reason }) => {
      const problem = flagProblem(reason);
      return problem ? [{ href: `#${field}`, message: t(`problem.${problem}`) }] : [];
    }),
  );

/** The error of one field, for beside it. */
export function flagErrorAt(draft: FormDraft | null, field: string, t: FlagWords): string | undefined {
  const problem = flagProblem(draft?.errors.find((error) => error.field === field)?.reason);
  return problem ? t(`problem.${problem}`) : undefined;
}
