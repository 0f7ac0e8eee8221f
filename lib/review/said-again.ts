// A browser's Back fills a form in anew, with another token: the same words of the same person, pressed again, are the same form once more.
import { clock } from '@/lib/env/clock';

/** Within this nobody means to say the very same again. */
const SAME_FORM_MS = 10 * 60_000;

/** `last`: what they wrote last in this place, if anything. */
export async function isSaidAgain<Row extends { writtenAt: Date }>(
  last: Row | undefined,
  { text, open }: { text: string; open: (row: Row) => Promise<string> },
): Promise<boolean> {
  if (!last || clock.now().getTime() - last.writtenAt.getTime() > SAME_FORM_MS) return false;
  return (await open(last)) === text;
}
