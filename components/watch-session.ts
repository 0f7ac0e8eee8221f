// In the browser: watches how long somebody is still signed in, and says when that is nearly over and when it is.
import type { SessionLeft } from '@/lib/accounts/session-left';
import { keepNow } from './keep-now';

const WARN_MS = 2 * 60_000;
const TICK_MS = 15_000;
// Coming back to this page, a laptop may have slept: older knowledge than this is asked for anew.
const FRESH_MS = 60_000;

export type Seen =
  | { state: 'open' }
  /** `until` by this device's own clock; `last`: it can't be put off. `failed`: a press didn't arrive. */
  | { state: 'warned'; until: Date; last: boolean; failed: boolean }
  /** `onlyHere`: something typed on this page could not be kept. */
  | { state: 'closed'; onlyHere: boolean };

/**
 * `left` is what the server knew when it made the page. Time is only ever measured here; before anything is said the
 * server is asked, which uses no session. Without an answer what was known counts on, so that the page does close.
 */
export function watchSession(known: SessionLeft, show: (seen: Seen) => void) {
  let left = known;
  let since = moment();
  let state: Seen['state'] = 'open';
  let failed = false;

  const gone = () => passedSince(since);
  const soonest = () => Math.min(left.idleIn, left.endsIn) - gone();

  const look = async () => {
    try {
      const answer = await fetch('/stay/left', { cache: 'no-store' });
      if (answer.ok) {
        left = (await answer.json()) as SessionLeft;
        since = moment();
      }
    } catch {
      // No connection just now.
    }
    await tell();
  };
  const tell = async () => {
    const ms = soonest();
    if (state === 'closed') {
      // Signed in again in another tab: what was typed is kept now, and the page is asked for anew, never just uncovered.
      if (ms > 0 && (await keepNow())) window.location.reload();
      return;
    }
    state = ms <= 0 ? 'closed' : ms <= WARN_MS ? 'warned' : 'open';
    if (state === 'closed') {
      show({ state, onlyHere: false });
      if (!(await keepNow())) show({ state, onlyHere: true });
    } else if (state === 'warned') {
      show({ state, until: new Date(Date.now() + ms), last: left.endsIn <= left.idleIn, failed });
    } else {
      show({ state });
    }
  };
  const tick = () => {
    if (state !== 'closed' && soonest() <= WARN_MS) void look();
  };
  const back = () => {
    if (document.visibilityState === 'visible' && (state === 'closed' || gone() > FRESH_MS)) void look();
  };
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) void look();
  };

  const timer = setInterval(tick, TICK_MS);
  const over = new AbortController();
  document.addEventListener('visibilitychange', back, over);
  window.addEventListener('pageshow', shown, over);
  return {
    /** One press: the session is used, and what the server then says is shown. */
    stay: async () => {
      const answer = await fetch('/stay', {
        method: 'POST',
        body: new URLSearchParams(),
        redirect: 'manual',
      }).catch(() => null);
      failed = answer?.type !== 'opaqueredirect';
      await look();
    },
    stop: () => {
      clearInterval(timer);
      over.abort();
    },
  };
}

/** By two clocks: one may be put right meanwhile, the other may stand still while the device sleeps. */
const moment = () => ({ wall: Date.now(), running: performance.now() });
const passedSince = ({ wall, running }: ReturnType<typeof moment>) =>
  Math.max(Date.now() - wall, performance.now() - running);
