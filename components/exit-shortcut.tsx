// In the browser: pressing Shift three times within five seconds leaves, and leaving covers the page at once, in every tab.
'use client';

import { useEffect, useState } from 'react';
import { keepNow } from './keep-now';

const PRESSES = 3;
const WITHIN_MS = 5000;
// Exit ends the session, so what was typed in the last moment goes first; the page is covered meanwhile.
const KEEP_MS = 400;
// Within this a tab says that it is there.
const ANSWER_MS = 60;

type Words = { once: string; twice: string; leaving: string };

export function ExitShortcut({ once, twice, leaving }: Words) {
  const [said, say] = useState('');

  useEffect(() => {
    let pressedAt: number[] = [];
    let shiftAlone = false;
    let forgetting: ReturnType<typeof setTimeout> | undefined;

    // The other tabs of this site must not stay behind on the screen. What is typed in them goes first as well, since
    // the session is over for all of them at once: each says 1 when it begins to keep it, and -1 when that is done.
    const tabs = new BroadcastChannel('leave');
    const { classList } = document.documentElement;
    let keeping = 0;
    let othersKept = () => {};
    const others = () =>
      new Promise<void>((kept) => {
        othersKept = kept;
        setTimeout(() => !keeping && kept(), ANSWER_MS);
      });

    const leave = async (isFirst?: boolean) => {
      classList.add('leaving');
      document.title = '\u00a0';
      say(leaving);
      tabs.postMessage(isFirst ? 0 : 1);
      const kept = keepNow().then(() => isFirst || tabs.postMessage(-1));
      const late = new Promise((tooLate) => setTimeout(tooLate, KEEP_MS));
      await Promise.race([late, Promise.all([kept, isFirst && others()])]);
      window.location.replace('/exit');
    };
    tabs.onmessage = ({ data }) => {
      keeping += data;
      if (data === 0 && !classList.contains('leaving')) void leave();
      if (data !== 0 && keeping === 0) othersKept();
    };
    const down = (event: KeyboardEvent) => {
      // With another key held it changes the keyboard's language, or is half of a shortcut.
      shiftAlone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!shiftAlone) pressedAt = [];
    };
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || !shiftAlone) return;
      pressedAt = [...pressedAt.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      clearTimeout(forgetting);
      if (pressedAt.length >= PRESSES) return void leave(true);
      say(pressedAt.length === 1 ? once : twice);
      forgetting = setTimeout(say, WITHIN_MS, '');
    };
    // Shift held for a press of the mouse selects text.
    const press = () => {
      shiftAlone = false;
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a[href="/exit"]');
      if (!link || event.button !== 0) return;
      event.preventDefault();
      void leave(true);
    };
    // Coming back with Back to a page kept in memory: it stays covered and is asked for anew, signed out.
    const shown = () => {
      if (classList.contains('leaving')) window.location.reload();
    };

    const over = new AbortController();
    document.addEventListener('keydown', down, over);
    document.addEventListener('keyup', up, over);
    document.addEventListener('pointerdown', press, over);
    document.addEventListener('click', click, over);
    window.addEventListener('pageshow', shown, over);
    return () => {
      clearTimeout(forgetting);
      tabs.close();
      over.abort();
    };
  }, [once, twice, leaving]);

  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
