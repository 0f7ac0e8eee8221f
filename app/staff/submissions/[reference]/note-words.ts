// What stood in the way of a note, in words.
import type { useTranslations } from 'next-intl';
import type { FormDraft, FormDrafts } from '@/lib/accounts/form-draft';

const PROBLEMS = [
  'note-missing',
  'note-too-long',
  'note-not-readable',
  'changed-meanwhile',
  'unknown',
  'not-on-the-case',
  'not-now',
] as const;

export type NoteWords = ReturnType<typeof useTranslations<'notes'>>;

const problemIn = (given: string | undefined) => PROBLEMS.find((each) => each === given) ?? null;

/** The errors of what was kept, each leading to its field. */
export const noteErrors = (drafts: FormDrafts, t: NoteWords): { href: string; message: string }[] =>
  [...drafts.values()].flatMap((draft) =>
    draft.errors.flatMap(({ field, reason }) => {
      const problem = problemIn(reason);
      return problem ? [{ href: `#${field}`, message: t(`problem.${problem}`) }] : [];
    }),
  );

/** The error of one field, for beside it. */
export function noteErrorAt(draft: FormDraft | null, field: string, t: NoteWords): string | undefined {
  const problem = problemIn(draft?.errors.find((error) => error.field === field)?.reason);
  return problem ? t(`problem.${problem}`) : undefined;
}
