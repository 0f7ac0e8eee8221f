// Who gets what from every page and route: a page or route without a row here fails the test.

/** Everybody who can ask, from nobody known to whoever may most. */
export const ACTORS = ['visitor', 'client', 'staff-first-step', 'front-desk', 'clinician', 'lead', 'admin'] as const;
export type Actor = (typeof ACTORS)[number];

/**
 * What an answer is: `open` = the page itself (200) or, for a form, taken (303); `sign-in`, `second-step` = led there
 * first; `nothing` = 404, the same as for what doesn't exist; `home` = led to the client's tasks, to do something first.
 */
export type Outcome = 'open' | 'sign-in' | 'second-step' | 'nothing' | 'home';

type Row = {
  /** A real address of it. */
  at?: string;
  method?: 'POST';
  /** In the order of ACTORS. */
  outcomes: Record<Actor, Outcome>;
};

const everybody = (outcome: Outcome): Record<Actor, Outcome> =>
  Object.fromEntries(ACTORS.map((actor) => [actor, outcome])) as Record<Actor, Outcome>;
const staffOnly = (...open: Actor[]): Record<Actor, Outcome> => ({
  ...everybody('nothing'),
  visitor: 'sign-in',
  'staff-first-step': 'second-step',
  ...Object.fromEntries(open.map((actor) => [actor, 'open'])),
});
const clientOnly = (outcome: Outcome = 'open'): Record<Actor, Outcome> => ({ ...everybody('nothing'), visitor: 'sign-in', client: outcome });
const anyStaff = staffOnly('front-desk', 'clinician', 'lead', 'admin');

const page = (outcomes: Record<Actor, Outcome>, at?: string): Row => ({ outcomes, ...(at && { at }) });
const form = (outcomes: Record<Actor, Outcome>, at?: string): Row => ({ method: 'POST', outcomes, ...(at && { at }) });

/** By file, without `app` and `page.tsx` or `route.ts`. `client` here has just signed in and done nothing yet. */
export const ROLE_MATRIX: Record<string, Row> = {
  '/': page(everybody('open')),
  '/guide/[chapter]': page(everybody('open'), '/guide/starting'),
  '/urgent-help': page(everybody('open')),
  '/staying-private': page(everybody('open')),
  '/leaving': page(everybody('open')),
  '/privacy': page(everybody('open')),
  '/accessibility': page(everybody('open')),
  '/fees': page(everybody('open')),
  '/not-for-us': page(everybody('open')),
  '/api/livez': page(everybody('open')),
  '/api/readyz': page(everybody('open')),

  '/sign-in': page(everybody('open')),
  '/sign-in/code': page(everybody('open')),
  '/sign-in/link': page(everybody('open')),
  '/sign-in/request': form(everybody('open')),
  '/sign-in/verify': form(everybody('open')),
  '/signed-out': page(everybody('open')),

  '/home': page(clientOnly()),
};

/** Left to the tests that look at what they do, because asking them as somebody ends that somebody's session. */
export const LEAVING = ['/sign-out', '/exit'];

void anyStaff;
void form;
