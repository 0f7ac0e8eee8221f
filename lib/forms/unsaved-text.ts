// Text that was typed and never saved with Continue is said to be just that, and is never shown as an answer.
import { and, eq, like } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { formDraft } from '@/db/schema';
import { draftOf } from '@/lib/accounts/form-draft';
import { isDraftOf } from '@/lib/accounts/typed-elsewhere';
import { DATE_PARTS, nameOf, ownWordsName } from './field-names';
import { startingValues } from './prefill';
import type { Answers, Input, Question, Section } from './question';
import { visiblePages } from './shown';

type Values = Record<string, string[]>;

/**
 * The key of a page's draft, which is sealed for it. The pages of "Hopes and support" keep the key they had when it was section 6, so
 * that nothing typed there before it moved is lost.
 */
export const draftKey = (section: string, page: string): string =>
  `forms/${section === '12' && /^k\d$/.test(page) ? '6' : section}/${page}`;

/** Whether a draft holds anything that the stored answers of its page don't. */
export function differs(questions: readonly Question[], answers: Answers, draft: Values): boolean {
  return questions.some((question) => {
    const stored = startingValues(question, answers);
    const names = Object.keys({ ...stored, ...draft }).filter((name) => belongsTo(name, question));
    return names.some((name) => text(draft[name]) !== text(stored[name]));
  });
}

/** Whether somebody wrote words here that are not their stored answer: to leave them out has to be their own choice. */
export function holdsNewWords(questions: readonly Question[], answers: Answers, draft: Values): boolean {
  return questions.some((question) => {
    const stored = startingValues(question, answers);
    return writtenNames(question).some(
      (name) => text(draft[name]) !== text([]) && text(draft[name]) !== text(stored[name]),
    );
  });
}

/** The names of what is typed, not chosen. */
function writtenNames(question: Question): string[] {
  const { id, input } = question;
  const fields: readonly (Input & { name: string })[] =
    input.kind === 'group'
      ? input.fields.map((field) => ({ ...field, name: nameOf(question, field) }))
      : [{ ...input, name: id }];
  return fields.flatMap((field) => {
    if (field.kind === 'text' || field.kind === 'long-text') return [field.name];
    if (field.kind === 'date') return DATE_PARTS.map((part) => `${field.name}-${part}`);
    return 'ownWords' in field && field.ownWords ? [ownWordsName(field.name)] : [];
  });
}

/** The keys of every draft of a page that is kept for a client. */
export async function draftsOfPages(tx: Tx, clientId: string): Promise<string[]> {
  const rows = await tx
    .select({ form: formDraft.form })
    .from(formDraft)
    .where(and(eq(formDraft.accountId, clientId), like(formDraft.form, 'forms/%')));
  return rows.map(({ form }) => form);
}

/** Ids of the questions of a section on whose page something typed was never saved. `drafts`: where they were read already. */
export async function unsavedQuestions(
  tx: Tx,
  clientId: string,
  section: Section,
  answers: Answers,
  drafts?: readonly string[],
): Promise<Set<string>> {
  const { number } = section;
  const keys = drafts ?? (await draftsOfPages(tx, clientId));
  const unsaved = new Set<string>();
  for (const { slug, questions } of visiblePages(section, answers)) {
    const key = draftKey(number, slug);
    for (const form of keys.filter((each) => isDraftOf(key, each))) {
      const draft = await draftOf(tx, clientId, form);
      if (draft && differs(questions, answers, draft.values)) for (const { id } of questions) unsaved.add(id);
    }
  }
  return unsaved;
}

/** Ids of the questions beside which something typed was never saved, but for `leaves`: those their client was shown, and goes on without. */
export async function unsavedUnasked(
  tx: Tx,
  clientId: string,
  sections: readonly Section[],
  answers: Answers,
  leaves: readonly string[],
): Promise<string[]> {
  const unasked: string[] = [];
  const drafts = await draftsOfPages(tx, clientId);
  for (const section of sections)
    for (const id of await unsavedQuestions(tx, clientId, section, answers, drafts))
      if (!leaves.includes(id)) unasked.push(id);
  return unasked;
}

/** `J5-way` belongs to J5, `A8-us` doesn't belong to A8. */
function belongsTo(name: string, { id, input }: Question): boolean {
  if (name === id) return true;
  const rest = name.startsWith(`${id}-`) ? name.slice(id.length + 1) : null;
  const fields = input.kind === 'group' ? input.fields.map((field) => field.id) : [];
  return rest !== null && [...fields, 'own', 'in-person', 'day', 'month', 'year'].includes(rest);
}

const text = (values: string[] | undefined) =>
  JSON.stringify(
    (values ?? [])
      .map((value) => value.replaceAll('\r\n', '\n').trim())
      .filter((value) => value !== '')
      .sort(),
  );
