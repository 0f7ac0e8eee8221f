// Keeps what is typed in text boxes while it is being typed, so that a lost connection or an ended session costs nothing.
'use client';
import { useEffect, useRef, useState } from 'react';
import { keepNow, onKeepNow } from './keep-now';

const PAUSE_MS = 2500;
const AGAIN_MS = 10_000;
/** A form that somebody sends waits no longer than this for what they typed in another to be kept. */
const LONGEST_WAIT_MS = 3000;
const TEXT_BOX = 'textarea,input:not([type=radio],[type=checkbox])';

type State = 'still' | 'kept' | 'waiting' | 'idle' | 'out';

/**
 * Stands inside the form it keeps. `words`: what to say when it is kept; when there is no connection; when the session ran out
 * and it was kept all the same; and when nobody is signed in any more, and it is on this page alone.
 */
export function KeepTyping({ words }: { words: Record<Exclude<State, 'still'>, string> }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<State>('still');

  useEffect(() => {
    const form = place.current?.closest('form');
    return form ? keepTyping(form, setState) : undefined;
  }, []);

  return (
    <p ref={place} role="status" className="min-h-[1.5em] text-small text-ink-soft">
      {state === 'still' ? '' : words[state]}
    </p>
  );
}

function keepTyping(form: HTMLFormElement, say: (state: State) => void): () => void {
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

/** Some form of this page is sent, and the page goes with it: what is typed in `form` is kept first. */
function submitted(event: SubmitEvent, form: HTMLFormElement, keeper: ReturnType<typeof keeperOf>) {
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
  if (!held.has(target) && (keeper.isSending() || (!own && keeper.waits()))) {
    event.preventDefault();
    held.set(target, 'waits');
    const enough = new Promise((over) => setTimeout(over, LONGEST_WAIT_MS));
    return void Promise.race([own ? keeper.sent() : keepNow(), enough]).then(() => {
      held.set(target, 'goes');
      target.requestSubmit(submitter);
      held.delete(target);
    });
  }
  if (own) keeper.forget();
}

/** Hands the form in as a draft: a little after the last letter, again when the connection failed, or when told to. */
function keeperOf(form: HTMLFormElement, say: (state: State) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  let sending: AbortController | undefined;
  let sendingNow = 0;
  let inHand: Promise<void> = Promise.resolve();

  const later = (ms: number) => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(() => void handIn(false), ms);
  };
  /** `leaving`: it must arrive although the page goes. */
  const handIn = (leaving: boolean): Promise<void> => {
    if (waiting) inHand = post(leaving);
    return inHand;
  };
  const post = async (leaving: boolean) => {
    clearTimeout(timer);
    waiting = false;
    sendingNow += 1;
    sending = new AbortController();
    const { signal } = sending;
    try {
      const state = stateAfter(
        await fetch(form.action, { method: 'POST', body: textsOf(form), keepalive: leaving, signal }),
      );
      say(state);
      if (state === 'waiting' || state === 'out') later(AGAIN_MS);
    } catch {
      if (signal.aborted) return;
      say('waiting');
      later(AGAIN_MS);
    } finally {
      sendingNow -= 1;
    }
  };
  const wait = () => {
    say('waiting');
    later(AGAIN_MS);
  };
  const forget = () => {
    waiting = false;
    clearTimeout(timer);
    sending?.abort();
  };
  return {
    ...{ handIn, forget, wait, stop: () => clearTimeout(timer) },
    typed: () => later(PAUSE_MS),
    waits: () => waiting,
    isSending: () => sendingNow > 0,
    sent: () => inHand,
  };
}

/** Where the answer led says what became of it: whoever is not signed in any more is led to where they would be. */
function stateAfter({ ok, url }: Response): State {
  const { pathname, searchParams } = new URL(url);
  if (!pathname.startsWith('/sign-in')) return ok ? 'kept' : 'waiting';
  return searchParams.get('why') === 'idle' ? 'idle' : 'out';
}

function textsOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('intent', 'typing');
  return body;
}
