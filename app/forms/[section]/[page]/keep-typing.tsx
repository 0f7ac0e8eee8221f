// Keeps what is typed in text boxes while it is being typed, so that a lost connection or an ended session costs nothing.
'use client';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 2500;
const AGAIN_MS = 10_000;

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = false;
  let sending: AbortController | undefined;

  const post = async (leaving: boolean) => {
    clearTimeout(timer);
    if (!typed) return;
    typed = false;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('intent', 'typing');
    sending = new AbortController();
    try {
      await fetch(form.action, {
        method: 'POST',
        body,
        redirect: 'manual',
        keepalive: leaving,
        signal: sending.signal,
      });
      say('kept');
    } catch {
      if (sending.signal.aborted) return;
      typed = true;
      say('waiting');
      timer = setTimeout(() => void post(false), AGAIN_MS);
    }
  };

  const onInput = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && isTextBox(box)))) return;
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void post(false), PAUSE_MS);
  };
  // The form itself is on its way: what it carries is newer.
  const onSubmit = () => {
    typed = false;
    clearTimeout(timer);
    sending?.abort();
  };
  const onHide = () => void post(true);
  const onOnline = () => void post(false);

  form.addEventListener('input', onInput);
  form.addEventListener('submit', onSubmit);
  window.addEventListener('pagehide', onHide);
  window.addEventListener('online', onOnline);
  return () => {
    clearTimeout(timer);
    form.removeEventListener('input', onInput);
    form.removeEventListener('submit', onSubmit);
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('online', onOnline);
  };
}

const isTextBox = (box: HTMLInputElement) => ['text', 'tel', 'email'].includes(box.type);
