// In the browser: pressing Shift three times within five seconds leaves, and leaving covers the page at once.
'use client';

import { useEffect, useState } from 'react';

const PRESSES = 3;
const WITHIN_MS = 5000;

type Words = { once: string; twice: string; leaving: string };

export function ExitShortcut({ once, twice, leaving }: Words) {
  const [said, say] = useState('');

  useEffect(() => {
    let pressedAt: number[] = [];
    let shiftAlone = false;

    const leave = () => {
      document.documentElement.classList.add('leaving');
      document.title = '\u00a0';
      say(leaving);
      window.location.replace('/exit');
    };
    const down = (event: KeyboardEvent) => {
      shiftAlone = event.key === 'Shift';
      if (!shiftAlone) pressedAt = [];
    };
    const up = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || !shiftAlone) return;
      pressedAt = [...pressedAt.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      if (pressedAt.length >= PRESSES) leave();
      else say(pressedAt.length === 1 ? once : twice);
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest('a[href="/exit"]');
      if (!link || event.button !== 0) return;
      event.preventDefault();
      leave();
    };
    // Coming back with Back to a page kept in memory: it stays covered and is asked for anew, signed out.
    const shown = () => {
      if (document.documentElement.classList.contains('leaving')) window.location.reload();
    };

    document.addEventListener('keydown', down);
    document.addEventListener('keyup', up);
    document.addEventListener('click', click);
    window.addEventListener('pageshow', shown);
    return () => {
      document.removeEventListener('keydown', down);
      document.removeEventListener('keyup', up);
      document.removeEventListener('click', click);
      window.removeEventListener('pageshow', shown);
    };
  }, [once, twice, leaving]);

  return (
    <span role="status" className="sr-only">
      {said}
    </span>
  );
}
