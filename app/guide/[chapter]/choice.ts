// The choice that a chapter's drawing offers, if it does, as a part of the chapter's form.
import type { Chapter } from '@/lib/guide/chapter';
import type { MyGuide } from '@/lib/guide/my-guide';
import { choiceField } from '@/lib/guide/reflection';
import type { Reader } from './load-chapter';

/** The form's id: what stands outside of it belongs to it by this. */
export const REFLECTION_FORM = 'reflect';

/** The field's name, and what was chosen before. */
export type Choice = { name: string; chosen: string | null };

/** Null where nothing can be chosen. */
export function choiceIn(chapter: Chapter, reader: Reader, { kept, draft }: MyGuide): Choice | null {
  const [question] = chapter.reflection;
  if (chapter.drawing.kind !== 'prompts' || !question || reader === 'staff') return null;
  const name = choiceField(question.id);
  const chosen = draft ? draft.values[name]?.[0] : kept.get(question.id)?.choice;
  return { name, chosen: chosen ?? null };
}
