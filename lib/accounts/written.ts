// What of a kept form somebody wrote, apart from what only the form knows; and what stands for exactly these words.
import { createHash } from 'node:crypto';

/** The field that names a page as it was opened, anew each time; and the one that says with which words it was opened. */
export const THIS_PAGE = 'this-page';
export const OPENED_ON = 'opened-on';
/** The field of whoever the page was made for: in one browser somebody else may have signed in since. */
export const WRITER = 'writer';
/** The field of a button by which what was typed in another tab is put into the form (`use/…`), or put away (`remove/…`). */
export const ELSEWHERE = 'elsewhere';

export type Values = Record<string, string[]>;

const UNSEEN = [THIS_PAGE, OPENED_ON, WRITER, 'intent', 'from', 'token'];

/** What a person typed or chose. */
export function written(values: Values): string {
  const theirs = Object.entries(values).filter(
    ([name]) => !UNSEEN.includes(name) && !name.startsWith('base-'),
  );
  return JSON.stringify(
    theirs
      .map(([name, given]) => [name, given.map(tidy).filter((one) => one !== '')] as const)
      .filter(([, given]) => given.length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** As `written` gives it where there is nothing. */
export const NOTHING = '[]';

/** Line ends are `\n` here and `\r\n` there, by who sent the form. */
const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** What a page is opened with, for `OPENED_ON`; no words that are typed later, in whichever tab, have the same. */
export const stampOf = (draft: { values: Values } | null): string =>
  draft ? createHash('sha256').update(written(draft.values)).digest('base64url') : '';
