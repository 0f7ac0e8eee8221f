// The ways on from a chapter, as its buttons name them, and the question in between when something typed is not kept.
import { Fields } from '@/lib/accounts/fields';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { chapterNamed, isChapterSlug } from '@/lib/guide/chapters';
import type { MyGuide } from '@/lib/guide/my-guide';
import { holdsUnkept } from '@/lib/guide/settle-reflections';
import type { Reader } from './load-chapter';

/** The field that says where to: `next`, `previous`, or a chapter. */
export const WAY = 'to';
/** The same, by somebody who was asked and leaves what they typed. */
export const WAY_WITHOUT = 'without';
/** The question's place on the page. */
export const ASKED = 'asked';

/** Where a way leads. Whoever goes back has not read the chapter to its end. */
export function wayOn(
  chapter: ChapterSlug,
  to: string,
  reader: Exclude<Reader, 'staff'>,
): { path: string; read: boolean } {
  const found = chapterNamed(chapter);
  const client = reader === 'client';
  if (isChapterSlug(to)) return { path: `/guide/${to}`, read: to !== chapter };
  if (to === 'previous')
    return { path: found?.previous ? `/guide/${found.previous.slug}` : client ? '/home' : '/', read: false };
  return { path: found?.next ? `/guide/${found.next.slug}` : client ? '/home' : '/sign-in', read: true };
}

/** Where somebody was going when they have yet to say what is to become of what they typed; null when nobody asks. */
export function goingTo(chapter: ChapterSlug, { draft, kept }: MyGuide): string | null {
  const to = draft?.values[WAY]?.[0];
  if (!draft || !to || draft.errors.length > 0) return null;
  const typed = new Fields(
    Object.entries(draft.values).flatMap(([name, values]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
  return holdsUnkept(chapter, typed, kept) ? to : null;
}
