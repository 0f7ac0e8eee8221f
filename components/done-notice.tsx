// What was just done, said where it was done: the page opens at it and it has the focus, so that it is seen and heard, without JavaScript too.
import type { ReactNode } from 'react';
import { Notice } from './ui/notice';

/** The end of an address that opens a page at its notice, wherever on the page that stands. */
export const AT_DONE = '#done';

export function DoneNotice({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: who pressed a button is told first what came of it
    <div id="done" role="status" tabIndex={-1} autoFocus className="max-w-line rounded-soft not-first:mt-6">
      <Notice kind="info">{children}</Notice>
    </div>
  );
}
