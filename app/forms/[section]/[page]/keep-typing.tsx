// Keeps what is typed in text boxes while it is being typed, so that a lost connection or an ended session costs nothing.
'use client';
import { useEffect, useRef, useState } from 'react';
import { onKeepNow } from '@/components/keep-now';

const PAUSE_MS = 2500;
const AGAIN_MS = 10_000;
const TEXT_BOX = 'textarea,input:not([type=radio],[type=checkbox])';

type State = 'still' | 'kept' | 'waiting';

/** Stands inside the form it keeps. `words`: what to say when it is kept, and when there is no connection. */
export function KeepTyping({ words }: { words: { kept: string; waiting: string } }) {
  const place = useRef<HTMLParagraphElement>(null);
  const [state, setState] = useState<State>('still');

  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const stop = keepTyping(form, setState);
    return stop;
  }, []);

  return (
    <p ref={place} role="status" className="min-h-[1.5em] text-small text-ink-soft">
      {state === 'still' ? '' : words[state]}
    </p>
  );
}

function keepTyping(form: HTMLFormElement, say: (state: State) => void): () => void {
  const keeper = keeperOf(form, say);
  const onInput = ({ target }: Event) => {
    if (target instanceof Element && target.matches(TEXT_BOX)) keeper.typed();
  };
  const onSubmit = ({ target }: Event) => {
    // The form itself is on its way, and what it carries is newer; another, such as signing out, may end the session.
    if (target === form) keeper.forget();
    else void keeper.handIn(true);
  };
  const onHide = () => void keeper.handIn(true);
  const onOnline = () => void keeper.handIn(false);
  const stopAsking = onKeepNow(() => keeper.handIn(true));

  form.addEventListener('input', onInput);
  document.addEventListener('submit', onSubmit);
  window.addEventListener('pagehide', onHide);
  window.addEventListener('online', onOnline);
  return () => {
    keeper.stop();
    stopAsking();
    form.removeEventListener('input', onInput);
    document.removeEventListener('submit', onSubmit);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('online', onOnline);
  };
}

/** Hands the form in as a draft: a little after the last letter, again when the connection failed, or when told to. */
function keeperOf(form: HTMLFormElement, say: (state: State) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  let sending: AbortController | undefined;
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
    sending = new AbortController();
    const { signal } = sending;
    try {
      const body = textsOf(form);
      await fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: leaving, signal });
      say('kept');
    } catch {
      if (signal.aborted) return;
      say('waiting');
      later(AGAIN_MS);
    }
  };
  const forget = () => {
    waiting = false;
    clearTimeout(timer);
    sending?.abort();
  };
  return { typed: () => later(PAUSE_MS), handIn, forget, stop: () => clearTimeout(timer) };
}

function textsOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  body.set('intent', 'typing');
  return body;
}
