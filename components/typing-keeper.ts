// In the browser: hands a form in as a draft while somebody types in it, and knows what became of that.

const PAUSE_MS = 2500;
const AGAIN_MS = 10_000;
/** A browser lets a page that goes send no more than this with its last breath. */
const LAST_BREATH = 60_000;

export type Kept = 'kept' | 'beside' | 'waiting' | 'busy' | 'long' | 'idle' | 'out';

/** On this page alone for now. */
const ONLY_HERE: readonly Kept[] = ['waiting', 'busy', 'long', 'out'];

/** Hands the form in: a little after the last letter, again when that failed, or when told to. */
export function keeperOf(form: HTMLFormElement, tell: (state: Kept) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;
  let state: Kept | undefined;
  let sending: AbortController | undefined;
  let sendingNow = 0;
  let inHand: Promise<void> = Promise.resolve();

  const say = (now: Kept) => {
    state = now;
    tell(now);
  };
  const later = (ms: number) => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(() => void handIn(false), ms);
  };
  /** `leaving`: it must arrive although the page goes. Resolves to whether all of it is kept. */
  const handIn = async (leaving: boolean): Promise<boolean> => {
    if (waiting) inHand = post(leaving);
    await inHand;
    return !waiting;
  };
  const post = async (leaving: boolean) => {
    clearTimeout(timer);
    waiting = false;
    sendingNow += 1;
    sending = new AbortController();
    const { signal } = sending;
    const body = textsOf(form);
    const keepalive = leaving && `${body}`.length < LAST_BREATH;
    try {
      say(stateAfter(await fetch(form.action, { method: 'POST', body, keepalive, signal })));
    } catch {
      if (!signal.aborted) say('waiting');
    } finally {
      sendingNow -= 1;
    }
    if (!signal.aborted && state && ONLY_HERE.includes(state)) later(AGAIN_MS);
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
    /** Whether `sent` would take words with it that are nowhere else. What we could not take may go and be told why; so does whoever signs out. */
    staysFor: (sent: HTMLFormElement) =>
      state === 'waiting' || state === 'long' || (state === 'out' && !sent.action.endsWith('/sign-out')),
  };
}

/** Where the answer led says what became of it: whoever is not signed in any more, or not in full, is led to where they would be. */
function stateAfter({ ok, status, url }: Response): Kept {
  const { pathname, search } = new URL(url);
  if (/^\/(sign-in|staff\/(second-factor|enrol))/.test(pathname))
    return pathname === '/sign-in' && search.includes('why=idle') ? 'idle' : 'out';
  if (ok) return search.includes('beside') ? 'beside' : 'kept';
  return status === 413 ? 'long' : 'busy';
}

function textsOf(form: HTMLFormElement): URLSearchParams {
  // None of them takes a file, so all of it is text.
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.set('intent', 'typing');
  return body;
}
