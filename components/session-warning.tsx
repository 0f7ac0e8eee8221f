// In the browser: says in time that this page will close, keeps it open at one press, and covers it when time is up.
'use client';

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { SessionLeft } from '@/lib/accounts/session-left';
import { type Seen, watchSession } from './watch-session';

/** `{time}` in them is when the page closes. */
export type SessionWords = {
  title: string;
  idle: string;
  last: string;
  howToReach: string;
  failed: string;
  stayed: string;
};

/** The buttons and the covers come as they are drawn, so that how they look need not be sent as script. `stay` is the button that does. */
type Given = {
  left: SessionLeft;
  words: SessionWords;
  stay: ReactNode;
  signOut: ReactNode;
  /** What covers the page when time is up; its heading is `closed`. */
  cover: ReactNode;
  /** The same while something typed is on this page alone. */
  coverHere: ReactNode;
};

export function SessionWarning({ left, words, stay, signOut, cover, coverHere }: Given) {
  const [seen, show] = useState<Seen>({ state: 'open' });
  const [stayed, setStayed] = useState(false);
  const watch = useRef<ReturnType<typeof watchSession>>(null);
  const box = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    watch.current = watchSession(left, show);
    return watch.current.stop;
  }, [left]);

  const warned = seen.state === 'warned';
  const goOn = () => {
    setStayed(true);
    void watch.current?.stay();
  };
  useReachable(box, warned, warned && !seen.last ? goOn : undefined);

  if (seen.state === 'closed') return <Closed>{seen.onlyHere ? coverHere : cover}</Closed>;
  const says = warned ? wordsWith(seen.until, seen.last ? words.last : words.idle) : '';
  return (
    <>
      {/* Calm, and the focus stays where it is: nothing that is being typed goes astray. */}
      <span role="status" className="sr-only">
        {warned ? `${words.title} ${says} ${words.howToReach}` : stayed ? words.stayed : ''}
      </span>
      {warned && (
        <dialog
          ref={box}
          open
          aria-labelledby="closing"
          className="no-print fixed inset-x-0 top-auto bottom-0 z-20 m-0 max-h-[70dvh] w-full max-w-none overflow-y-auto border-t-2 border-dusk bg-surface text-ink"
        >
          <div className="mx-auto flex max-w-page flex-col gap-3 px-4 py-4 sm:px-6">
            <p id="closing" className="font-semibold">
              {words.title}
            </p>
            <p className="max-w-line">{seen.failed ? `${words.failed} ${says}` : says}</p>
            <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
              {!seen.last && stay}
              {signOut}
            </div>
          </div>
        </dialog>
      )}
    </>
  );
}

/**
 * While the warning is there the next Tab leads to it, from wherever on the page; afterwards, or with Escape, the focus is
 * back where it was. Whoever goes on typing is here, and stays without a press.
 */
function useReachable(box: RefObject<HTMLDialogElement | null>, warned: boolean, stay?: () => void) {
  const typed = useRef(stay);
  useEffect(() => {
    typed.current = stay;
  });
  useEffect(() => {
    if (!warned) return;
    let from: Element | null = null;
    const back = () => from instanceof HTMLElement && from.focus({ preventScroll: true });
    const key = (event: KeyboardEvent) => {
      const inside = box.current?.contains(document.activeElement);
      if (event.key === 'Escape' && inside) back();
      if (event.key !== 'Tab' || event.shiftKey || from || inside) return;
      event.preventDefault();
      from = document.activeElement;
      box.current?.querySelector('button')?.focus();
    };
    const input = () => {
      typed.current?.();
      typed.current = undefined;
    };
    const click = ({ target }: Event) =>
      target instanceof Element && target.closest('[type=button]') && input();
    document.documentElement.classList.add('warned');
    uncover(document.activeElement);
    const over = new AbortController();
    document.addEventListener('keydown', key, over);
    document.addEventListener('input', input, over);
    box.current?.addEventListener('click', click, over);
    return () => {
      document.documentElement.classList.remove('warned');
      over.abort();
      // The warning is gone: whoever was in it has the focus nowhere.
      if (!document.activeElement || document.activeElement === document.body) back();
    };
  }, [box, warned]);
}

/** What has the focus, and is in sight, isn't hidden by the warning. */
function uncover(focused: Element | null) {
  if (!focused || focused === document.body) return;
  const { top, bottom } = focused.getBoundingClientRect();
  if (bottom > 0 && top < window.innerHeight) focused.scrollIntoView({ block: 'nearest' });
}

function Closed({ children }: { children: ReactNode }) {
  useEffect(() => {
    const { classList } = document.documentElement;
    classList.add('closed');
    document.getElementById('closed')?.focus();
    return () => classList.remove('closed');
  }, []);
  return children;
}

/** The time as this device writes it, without seconds: the one its owner sees in the corner of the screen. */
const wordsWith = (until: Date, words: string) =>
  words.replace('{time}', until.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' }));
