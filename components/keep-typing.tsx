// Keeps what is typed in text boxes while it is being typed, so that a lost connection or an ended session costs nothing.
'use client';
import { useEffect, useRef, useState } from 'react';
import { keepNow, onKeepNow } from './keep-now';
import { type Kept, keeperOf } from './typing-keeper';

/** A form that somebody sends waits no longer than this for what they typed to be kept. */
const LONGEST_WAIT_MS = 3000;
const TEXT_BOX = 'textarea,input:not([type=radio],[type=checkbox])';

type Said = Exclude<Kept, 'long'>;

/**
 * What is said when it is kept; when it is kept beside what was typed in another tab, with `show` as the way to see both; when
 * there is no connection; when we could not take it just now; when the session ran out and it was kept all the same; and when
 * nobody is signed in any more, and it is on this page alone. `over`: it is kept, and is more than a box takes; `long`: so much
 * more that it isn't even kept; `tooMuch`: all boxes together hold too much for that.
 */
export type TypingWords = Record<Said | 'over' | 'long' | 'tooMuch' | 'show', string>;

/** Stands inside the form it keeps. */
export function KeepTyping({ words }: { words: TypingWords }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [said, say] = useState<Kept | 'over' | 'tooMuch'>();

  useEffect(() => {
    const form = place.current?.closest('form');
    return form ? keepTyping(form, (state) => say(atLength(state, form))) : undefined;
  }, []);

  return (
    <p ref={place} role="status" className="min-h-[1.5em] text-small text-ink-soft">
      {said && words[said]}
      {said === 'beside' && (
        // Asking for this very page anew keeps what is typed, as leaving it does.
        <>
          {' '}
          <a href={window.location.pathname + window.location.search}>{words.show}</a>
        </>
      )}
    </p>
  );
}

function atLength(state: Kept, form: HTMLFormElement) {
  const over = [...form.querySelectorAll('textarea')].some(
    ({ value, dataset }) => value.length > Number(dataset.most),
  );
  if (state === 'long') return over ? state : 'tooMuch';
  return state === 'kept' && over ? 'over' : state;
}

type Keeper = ReturnType<typeof keeperOf>;

function keepTyping(form: HTMLFormElement, say: (state: Kept) => void): () => void {
  const keeper = keeperOf(form, say);
  const over = new AbortController();
  const leave = () => keeper.handIn(true);

  form.addEventListener(
    'input',
    ({ target }) => target instanceof Element && target.matches(TEXT_BOX) && keeper.typed(),
    over,
  );
  document.addEventListener('submit', (event) => submitted(event, form, keeper), over);
  window.addEventListener('pagehide', leave, over);
  window.addEventListener('offline', () => keeper.wait(), over);
  window.addEventListener('online', () => void keeper.handIn(false), over);
  const stopAsking = onKeepNow(leave);
  return () => {
    keeper.stop();
    stopAsking();
    over.abort();
  };
}

/** Forms that are held until all is kept, and those that go now that it is. */
const held = new WeakMap<EventTarget, 'waits' | 'goes'>();

/**
 * Some form of this page is sent, and the page goes with it: what is typed in `form` is kept first. Where it can't be, for want
 * of a connection, because nobody is signed in any more or because it is too long, the page stays, says so, and waits to
 * be pressed again.
 */
function submitted(event: SubmitEvent, form: HTMLFormElement, keeper: Keeper) {
  const { target, submitter } = event;
  if (event.defaultPrevented || !(target instanceof HTMLFormElement)) return;
  if (held.get(target) === 'waits') return event.preventDefault();
  const own = target === form;
  // Without a connection the browser would only show a page of its own, and this one would be gone.
  if (!navigator.onLine && (own || keeper.waits())) {
    event.preventDefault();
    return keeper.wait();
  }
  // Its own draft must not arrive after the form itself; nor another's after the page that is to show it, or a sign-out.
  if (!held.has(target) && (keeper.isSending() || keeper.waits())) {
    event.preventDefault();
    held.set(target, 'waits');
    const enough = new Promise<boolean>((over) => setTimeout(over, LONGEST_WAIT_MS, true));
    return void Promise.race([keepNow(), enough]).then((kept) => {
      held.delete(target);
      if (!kept && keeper.staysFor(target)) return;
      held.set(target, 'goes');
      target.requestSubmit(submitter);
      held.delete(target);
    });
  }
  if (own) keeper.forget();
}
