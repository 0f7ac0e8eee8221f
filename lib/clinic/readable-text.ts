// What a person typed, taken as it is, or refused with a reason: nothing is cut, and nothing unreadable is stored.

/** `many` counts characters as people see most of them: an emoji is one, whatever it takes to store. */
export type TextFault =
  | { reason: 'not-readable' }
  | { reason: 'too-long'; values: { count: number; most: number } };

// NUL can't be stored; the other controls can't be seen; half of a surrogate pair is no character.
const UNREADABLE = /(?![\n\t])\p{Control}/u;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Why `text` can't be taken, or null. */
export function textFault(text: string, most: number): TextFault | null {
  if (UNREADABLE.test(text) || LONE_SURROGATE.test(text)) return { reason: 'not-readable' };
  const count = [...text].length;
  return count > most ? { reason: 'too-long', values: { count, most } } : null;
}

/** Without the space around it, which nobody means. */
export const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();
