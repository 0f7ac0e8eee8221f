// Who gets what from every page and route: a page or route without a row here fails the test.

/** Everybody who can ask, from nobody known to whoever may most. */
export const ACTORS = [
  'visitor',
  'client-first-step',
  'client',
  'staff-first-step',
  'front-desk',
  'clinician',
  'lead',
  'admin',
] as const;
export type Actor = (typeof ACTORS)[number];

/**
 * What an answer is: `open` = the page itself (200) or, for a form, taken (303); `sign-in`, `second-step` = led there
 * first; `second-key` = the same for a client; `nothing` = 404, the same as for what doesn't exist; `home` = led on, to
 * what comes first.
 */
export type Outcome = 'open' | 'sign-in' | 'second-step' | 'second-key' | 'nothing' | 'home';

export type Row = {
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
const clientOnly = (outcome: Outcome = 'open'): Record<Actor, Outcome> => ({
  ...everybody('nothing'),
  visitor: 'sign-in',
  'client-first-step': 'second-key',
  client: outcome,
});
const anyStaff = staffOnly('front-desk', 'clinician', 'lead', 'admin');
const clinical = staffOnly('clinician', 'lead');
const evidence = staffOnly('clinician', 'lead', 'admin');
const writes = staffOnly('front-desk', 'clinician', 'lead');
const desk = staffOnly('front-desk', 'lead', 'admin');
const leading = staffOnly('lead', 'admin');
const adminOnly = staffOnly('admin');
/** Where no letter was written there is nothing to look at: its page leads back to it. */
const noLetterTyped = { ...clinical, clinician: 'home', lead: 'home' } as const;
/** Without a draft there is nothing to discard or publish: an admin is led back to the document. */
const noDraftYet: Record<Actor, Outcome> = { ...adminOnly, admin: 'home' };
/** Where no hours were typed there is nothing to look at: the page leads back to them. */
const nothingTyped: Record<Actor, Outcome> = { ...anyStaff, ...ledOn() };
/** Where nothing was typed about a caller there is nothing to look over. */
const noCallerTyped: Record<Actor, Outcome> = { ...nothingTyped, admin: 'nothing' };
/** Without a passkey there is none to take away: the page leads back to the account. */
const noPasskeyYet: Record<Actor, Outcome> = { ...anyStaff, ...ledOn() };
/** From the first step on: where staff show who they are. */
const fromFirstStep: Record<Actor, Outcome> = { ...anyStaff, 'staff-first-step': 'open' };

/** A reference that is nobody's: whoever may do it is led on, and nothing happens to anybody. */
const NOBODY = '0000000000';

const page = (outcomes: Record<Actor, Outcome>, at?: string): Row => ({ outcomes, ...(at && { at }) });
const form = (outcomes: Record<Actor, Outcome>, at?: string): Row => ({
  ...page(outcomes, at),
  method: 'POST',
});

/** Where a client gives their second key; who has none is led on. */
const secondKey: Record<Actor, Outcome> = { ...clientOnly('home'), 'client-first-step': 'open' };

/**
 * By file, without `app` and `page.tsx` or `route.ts`. `client` has just signed in and done nothing yet: most of
 * their pages lead home, to what comes first. `client-first-step` has a PIN, and has come in by e-mail alone.
 * `{submission}`, `{appointment}`, `{clinician}` and `{colleague}` are references of real ones, `{closing}` is where a day of somebody's
 * is closed.
 */
export const ROLE_MATRIX: Record<string, Row> = {
  '/': page(everybody('open')),
  '/guide/[chapter]': page(everybody('open'), '/guide/starting'),
  '/guide/[chapter]/keep': form(everybody('open'), '/guide/starting/keep'),
  '/guide/[chapter]/read': form(everybody('open'), '/guide/starting/read'),
  '/urgent-help': page(everybody('open')),
  '/staying-private': page(everybody('open')),
  '/leaving': page(everybody('open')),
  '/privacy': page(everybody('open')),
  '/accessibility': page(everybody('open')),
  '/fees': page(everybody('open')),
  '/not-for-us': page(everybody('open')),
  '/missing': page(everybody('open')),
  '/trouble': page(everybody('open')),
  '/unavailable': page(everybody('open')),
  '/api/livez': page(everybody('open')),
  '/api/readyz': page(everybody('open')),
  // Without a secret that is shared with a mail provider there is nothing to tell us.
  '/api/webhooks/resend': form(everybody('nothing')),
  '/mailbox': page(everybody('open')),
  '/mailbox/list': page(everybody('open')),
  '/mailbox/[id]': page(everybody('nothing'), '/mailbox/none'),

  '/sign-in': page(everybody('open')),
  '/sign-in/code': page(everybody('open')),
  '/sign-in/link': page(everybody('open')),
  '/sign-in/lost': page(everybody('open')),
  '/sign-in/access-ended': page(everybody('open')),
  '/sign-in/request': form(everybody('open')),
  '/sign-in/verify': form(everybody('open')),
  '/sign-in/birth-date': page(everybody('sign-in')),
  '/sign-in/birth-date/check': form(everybody('open')),
  '/sign-in/second-key': page(secondKey),
  '/sign-in/second-key/pin': form({ ...secondKey, client: 'open' }),
  '/sign-in/second-key/passkey': form({ ...secondKey, client: 'open' }),
  '/signed-out': page(everybody('open')),
  '/stay': form({ ...everybody('open'), visitor: 'sign-in' }),
  '/stay/left': page(everybody('open')),

  '/home': page(clientOnly()),
  '/home/reflections': page(clientOnly()),
  '/home/reflections/share': form(clientOnly()),
  '/home/reflections/remove': form(clientOnly()),
  '/home/getting-in': page(clientOnly()),
  '/home/getting-in/pin': page(clientOnly()),
  '/home/getting-in/pin/set': form(clientOnly()),
  '/home/getting-in/passkey': page(clientOnly()),
  '/home/getting-in/passkey/add': form(clientOnly()),
  '/home/getting-in/remove': page(clientOnly('home')),
  '/home/getting-in/remove/confirm': form(clientOnly()),
  '/home/getting-in/later': form(clientOnly()),
  '/home/asked': page(clientOnly('home')),
  '/home/letter': page(clientOnly('home')),
  '/home/letter/copy.pdf': page(clientOnly('home')),
  '/home/asked/send': form(clientOnly()),
  '/home/delete-draft': page(clientOnly('home')),
  '/home/delete-draft/confirm': form(clientOnly()),
  '/home/messages': page(clientOnly()),
  '/home/messages/read': form(clientOnly()),
  '/home/messages/preview': page(clientOnly()),
  '/home/reach': page(clientOnly('home')),
  '/home/address': page(clientOnly()),
  '/home/address/ask': form(clientOnly()),
  '/home/address/code': page(clientOnly()),
  '/home/address/prove': form(clientOnly()),
  '/home/address/stop': form(clientOnly()),
  '/home/estimates': page(clientOnly()),
  '/home/estimates/ask': form(clientOnly()),
  '/home/estimates/[number]': page(clientOnly('nothing'), '/home/estimates/1'),
  '/home/estimates/[number]/copy.pdf': page(clientOnly('nothing'), '/home/estimates/1/copy.pdf'),
  '/support': page(clientOnly()),
  '/support/doctor': page(clientOnly('home')),
  '/documents/[slug]': page(clientOnly(), '/documents/agreement'),
  '/documents/[slug]/sign': form(clientOnly(), '/documents/agreement/sign'),
  '/documents/[slug]/copy': page(clientOnly('nothing'), '/documents/agreement/copy'),
  '/documents/[slug]/copy.pdf': page(clientOnly('nothing'), '/documents/agreement/copy.pdf'),
  '/documents/[slug]/ask': page(clientOnly(), '/documents/agreement/ask'),
  '/documents/[slug]/ask/send': form(clientOnly(), '/documents/agreement/ask/send'),
  '/documents/[slug]/withdraw': page(clientOnly('home'), '/documents/agreement/withdraw'),
  '/documents/[slug]/withdraw/confirm': form(clientOnly(), '/documents/agreement/withdraw/confirm'),
  '/documents/sample': page(everybody('open')),
  '/documents/sample.pdf': page(everybody('open')),
  '/forms/[section]/start': page(clientOnly('home'), '/forms/4/start'),
  '/forms/[section]/start/skip': form(clientOnly(), '/forms/4/start/skip'),
  '/forms/[section]/[page]': page(clientOnly('home'), '/forms/4/c1'),
  '/forms/[section]/[page]/save': form(clientOnly(), '/forms/4/c1/save'),
  '/forms/[section]/[page]/elsewhere': form(clientOnly(), '/forms/4/c1/elsewhere'),
  '/forms/[section]/check': page(clientOnly('home'), '/forms/4/check'),
  '/forms/[section]/check/confirm': form(clientOnly(), '/forms/4/check/confirm'),
  '/forms/check': page(clientOnly('home')),
  '/forms/check/send': form(clientOnly()),
  '/forms/sent': page(clientOnly('home')),
  '/forms/sent/copy.pdf': page(clientOnly('home')),
  '/forms/another-way': page(clientOnly('home')),
  '/forms/another-way/change': form(clientOnly()),
  '/schedule': page(clientOnly('home')),
  '/schedule/ask': form(clientOnly()),
  '/schedule/check': page(clientOnly('home')),
  '/schedule/book': form(clientOnly()),
  '/schedule/booked': page(clientOnly('home')),
  '/schedule/booked/appointment.ics': page(clientOnly('home')),
  '/schedule/waiting': page(clientOnly('home')),
  '/schedule/waiting/join': form(clientOnly()),
  '/schedule/waiting/leave': form(clientOnly()),
  '/schedule/waiting/let-go': form(clientOnly()),
  '/schedule/cancel': page(clientOnly('home')),
  '/schedule/cancel/confirm': form(clientOnly()),
  '/schedule/move': form(clientOnly()),

  '/staff': page(anyStaff),
  '/staff/style': page(anyStaff),
  '/staff/calendar': page(anyStaff),
  '/staff/calendar/day': page(anyStaff),
  '/staff/calendar/close': page(writes, '{closing}'),
  '/staff/calendar/close/confirm': form(writes),
  // Without a day there is none to open; each may do so for whose days they set.
  '/staff/calendar/open': page(staffOnly()),
  '/staff/calendar/open/confirm': form(writes),
  '/staff/appointments/book': page(writes),
  '/staff/appointments/book/find': form(writes),
  '/staff/appointments/book/[reference]': page(writes, '/staff/appointments/book/{submission}'),
  '/staff/appointments/book/[reference]/confirm': form(
    writes,
    '/staff/appointments/book/{submission}/confirm',
  ),
  '/staff/appointments/[reference]': page(anyStaff, '/staff/appointments/{appointment}'),
  '/staff/appointments/[reference]/cancel': form(writes, '/staff/appointments/{appointment}/cancel'),
  '/staff/appointments/[reference]/mark': form(writes, '/staff/appointments/{appointment}/mark'),
  '/staff/appointments/[reference]/move': page(writes, '/staff/appointments/{appointment}/move'),
  '/staff/appointments/[reference]/move/confirm': form(
    writes,
    '/staff/appointments/{appointment}/move/confirm',
  ),
  '/staff/search': form(anyStaff),
  '/staff/views/save': form(anyStaff),
  '/staff/views/remove': form(anyStaff),
  '/staff/flags': page(clinical),
  '/staff/flags/[reference]/acknowledge': form(clinical, '/staff/flags/{submission}/acknowledge'),
  '/staff/flags/[reference]/take-over': form(clinical, '/staff/flags/{submission}/take-over'),
  '/staff/flags/[reference]/attempt': form(clinical, '/staff/flags/{submission}/attempt'),
  '/staff/flags/[reference]/close': form(clinical, '/staff/flags/{submission}/close'),
  '/staff/on-call': page(anyStaff),
  '/staff/on-call/add': form(leading),
  '/staff/on-call/remove': form(leading),
  '/staff/recoveries': page(anyStaff),
  '/staff/questionnaire': page(anyStaff),
  '/staff/questions': page(anyStaff),
  '/staff/questions/done': form(anyStaff),
  '/staff/waiting': page(anyStaff),
  '/staff/tasks': page(anyStaff),
  '/staff/opened-files': page(staffOnly('lead')),
  '/staff/opened-files/seen': form(staffOnly('lead')),
  '/staff/audit': page(leading),
  '/staff/audit/verify': form(leading),
  '/staff/messages': page(anyStaff),
  '/staff/messages/preview': page(anyStaff),
  '/staff/messages/[reference]': page(staffOnly(), '/staff/messages/none'),
  '/staff/messages/[reference]/again': form(anyStaff, '/staff/messages/none/again'),
  '/staff/messages/[reference]/seen-to': form(anyStaff, '/staff/messages/none/seen-to'),
  '/staff/recoveries/find': form(desk),
  '/staff/recoveries/start/[reference]': page(desk, '/staff/recoveries/start/{submission}'),
  '/staff/recoveries/start/[reference]/begin': form(desk, '/staff/recoveries/start/{submission}/begin'),
  '/staff/recoveries/[reference]': page(staffOnly(), '/staff/recoveries/none'),
  '/staff/recoveries/[reference]/agree': form(anyStaff, '/staff/recoveries/none/agree'),
  '/staff/recoveries/[reference]/cancel': form(anyStaff, '/staff/recoveries/none/cancel'),
  '/staff/recoveries/[reference]/settle': form(leading, '/staff/recoveries/none/settle'),
  '/staff/phone': page(writes),
  '/staff/phone/start': page(writes),
  '/staff/phone/start/check': form(writes),
  '/staff/phone/start/preview': page(noCallerTyped),
  '/staff/phone/start/begin': form(writes),
  '/staff/phone/[reference]': page(staffOnly(), '/staff/phone/none'),
  '/staff/phone/[reference]/send': form(writes, '/staff/phone/none/send'),
  '/staff/phone/[reference]/withdraw': form(writes, '/staff/phone/none/withdraw'),
  '/staff/documents': page(anyStaff),
  '/staff/documents/[slug]': page(anyStaff, '/staff/documents/video'),
  '/staff/documents/[slug]/versions/[version]': page(anyStaff, '/staff/documents/video/versions/1'),
  '/staff/documents/[slug]/draft': page(adminOnly, '/staff/documents/video/draft'),
  '/staff/documents/[slug]/draft/save': form(adminOnly, '/staff/documents/video/draft/save'),
  '/staff/documents/[slug]/draft/carry-on': form(adminOnly, '/staff/documents/video/draft/carry-on'),
  '/staff/documents/[slug]/draft/discard': page(noDraftYet, '/staff/documents/video/draft/discard'),
  '/staff/documents/[slug]/draft/discard/confirm': form(
    adminOnly,
    '/staff/documents/video/draft/discard/confirm',
  ),
  '/staff/documents/[slug]/publish': page(noDraftYet, '/staff/documents/video/publish'),
  '/staff/documents/[slug]/publish/confirm': form(adminOnly, '/staff/documents/video/publish/confirm'),
  '/staff/estimates': page(anyStaff),
  '/staff/estimates/[reference]': page(anyStaff, '/staff/estimates/{submission}'),
  '/staff/estimates/[reference]/check': form(anyStaff, '/staff/estimates/{submission}/check'),
  '/staff/estimates/[reference]/preview': page(
    { ...anyStaff, ...ledOn() },
    '/staff/estimates/{submission}/preview',
  ),
  '/staff/estimates/[reference]/give': form(anyStaff, '/staff/estimates/{submission}/give'),
  '/staff/estimates/[reference]/close': form(anyStaff, '/staff/estimates/none/close'),
  '/staff/estimates/[reference]/given/[number]': page(staffOnly(), '/staff/estimates/{submission}/given/0'),
  '/staff/availability': page(anyStaff),
  '/staff/availability/[clinician]': page(anyStaff, '/staff/availability/{clinician}'),
  '/staff/availability/[clinician]/check': form(anyStaff, '/staff/availability/{clinician}/check'),
  '/staff/availability/[clinician]/preview': page(nothingTyped, '/staff/availability/{clinician}/preview'),
  '/staff/availability/[clinician]/save': form(anyStaff, '/staff/availability/{clinician}/save'),
  '/staff/availability/[clinician]/days/check': form(anyStaff, '/staff/availability/{clinician}/days/check'),
  '/staff/availability/[clinician]/days/preview': page(
    nothingTyped,
    '/staff/availability/{clinician}/days/preview',
  ),
  '/staff/availability/[clinician]/days/save': form(anyStaff, '/staff/availability/{clinician}/days/save'),
  '/staff/settings/holidays': page(anyStaff),
  '/staff/settings/holidays/check': form(adminOnly),
  '/staff/settings/holidays/preview': page({ ...adminOnly, admin: 'home' }),
  '/staff/settings/holidays/save': form(adminOnly),
  '/staff/settings/waiting': page(adminOnly),
  '/staff/settings/waiting/save': form(adminOnly),
  '/staff/settings/practice': page(adminOnly),
  '/staff/settings/practice/save': form(adminOnly),
  '/staff/settings/going-live': page(leading),
  '/staff/settings/going-live/confirm': form(adminOnly),
  '/staff/settings/going-live/open': form(adminOnly),
  '/staff/settings/going-live/documents': form(adminOnly),
  '/staff/settings/fees': page(adminOnly),
  '/staff/settings/fees/save': form(adminOnly),
  '/staff/settings/places': page(leading),
  '/staff/settings/places/save': form(leading),
  '/staff/settings/forms': page(adminOnly),
  '/staff/settings/forms/check': page({ ...adminOnly, admin: 'home' }),
  '/staff/settings/forms/save': form(adminOnly),
  '/staff/second-factor': page(fromFirstStep),
  '/staff/second-factor/give': form(fromFirstStep),
  '/staff/second-factor/passkey': form(fromFirstStep),
  '/staff/enrol': page({ ...staffOnly(), ...enrolledAlready() }),
  '/staff/enrol/confirm': form(fromFirstStep),
  '/staff/enrol/codes': page({ ...anyStaff, ...ledOn() }),
  '/staff/enrol/codes/keep': form(anyStaff),
  '/staff/account': page(anyStaff),
  '/staff/account/app': page(anyStaff),
  '/staff/account/app/confirm': form(anyStaff),
  '/staff/account/codes': page(anyStaff),
  '/staff/account/codes/make': form(anyStaff),
  '/staff/account/passkey': page(anyStaff),
  '/staff/account/passkey/add': form(anyStaff),
  '/staff/account/remove': page(noPasskeyYet),
  '/staff/account/remove/confirm': form(anyStaff),
  '/staff/account/sessions/end': form(anyStaff),
  '/staff/team': page(leading),
  '/staff/team/invite': page(adminOnly),
  '/staff/team/invite/send': form(adminOnly),
  '/staff/team/[reference]': page(adminOnly, '/staff/team/{colleague}'),
  '/staff/team/[reference]/save': form(adminOnly, '/staff/team/{colleague}/save'),
  '/staff/team/[reference]/disable': page(adminOnly, '/staff/team/{colleague}/disable'),
  '/staff/team/[reference]/disable/confirm': form(adminOnly, `/staff/team/${NOBODY}/disable/confirm`),
  '/staff/team/[reference]/again': form(adminOnly, `/staff/team/${NOBODY}/again`),
  '/staff/team/[reference]/take-back': form(adminOnly, `/staff/team/${NOBODY}/take-back`),
  '/staff/team/[reference]/reset': form(adminOnly, `/staff/team/${NOBODY}/reset`),
  '/staff/team/[reference]/enable': form(adminOnly, `/staff/team/${NOBODY}/enable`),
  '/staff/team/[reference]/left': page(staffOnly(), '/staff/team/{colleague}/left'),
  '/staff/team/[reference]/left/done': form(anyStaff, `/staff/team/${NOBODY}/left/done`),
  '/staff/submissions/[reference]': page(anyStaff, '/staff/submissions/{submission}'),
  '/staff/submissions/[reference]/documents/[slug]': page(
    evidence,
    '/staff/submissions/{submission}/documents/agreement',
  ),
  '/staff/submissions/[reference]/documents/[slug]/copy.pdf': page(
    evidence,
    '/staff/submissions/{submission}/documents/agreement/copy.pdf',
  ),
  '/staff/submissions/[reference]/print': page(anyStaff, '/staff/submissions/{submission}/print'),
  '/staff/submissions/[reference]/print/sheet': page(
    anyStaff,
    '/staff/submissions/{submission}/print/sheet?part=summary',
  ),
  '/staff/submissions/[reference]/print/copy.pdf': page(
    anyStaff,
    '/staff/submissions/{submission}/print/copy.pdf?part=summary',
  ),
  '/staff/submissions/[reference]/note': form(clinical, '/staff/submissions/{submission}/note'),
  '/staff/submissions/[reference]/correct-note': form(
    clinical,
    '/staff/submissions/{submission}/correct-note',
  ),
  '/staff/submissions/[reference]/process-notes': page(
    clinical,
    '/staff/submissions/{submission}/process-notes',
  ),
  '/staff/submissions/[reference]/process-notes/write': form(
    clinical,
    '/staff/submissions/{submission}/process-notes/write',
  ),
  '/staff/submissions/[reference]/process-notes/change': form(
    clinical,
    '/staff/submissions/{submission}/process-notes/change',
  ),
  '/staff/submissions/[reference]/process-notes/delete': form(
    clinical,
    '/staff/submissions/{submission}/process-notes/delete',
  ),
  '/staff/submissions/[reference]/ask-for-more': form(
    clinical,
    '/staff/submissions/{submission}/ask-for-more',
  ),
  '/staff/submissions/[reference]/open': form(clinical, '/staff/submissions/{submission}/open'),
  '/staff/submissions/[reference]/reads': page(leading, '/staff/submissions/{submission}/reads'),
  '/staff/submissions/[reference]/reads/list.csv': page(
    leading,
    '/staff/submissions/{submission}/reads/list.csv',
  ),
  '/staff/submissions/[reference]/go-on-without': form(
    clinical,
    '/staff/submissions/{submission}/go-on-without',
  ),
  '/staff/submissions/[reference]/mark-read': form(anyStaff, '/staff/submissions/{submission}/mark-read'),
  '/staff/submissions/[reference]/write': form(writes, '/staff/submissions/{submission}/write'),
  '/staff/submissions/[reference]/settle-time': form(writes, '/staff/submissions/{submission}/settle-time'),
  '/staff/submissions/[reference]/begin-review': form(
    clinical,
    '/staff/submissions/{submission}/begin-review',
  ),
  '/staff/submissions/[reference]/accept': page(clinical, '/staff/submissions/{submission}/accept'),
  '/staff/submissions/[reference]/accept/confirm': form(
    clinical,
    '/staff/submissions/{submission}/accept/confirm',
  ),
  '/staff/submissions/[reference]/assign': form(clinical, '/staff/submissions/{submission}/assign'),
  '/staff/submissions/[reference]/decline': page(clinical, '/staff/submissions/{submission}/decline'),
  '/staff/submissions/[reference]/decline/check': form(
    clinical,
    '/staff/submissions/{submission}/decline/check',
  ),
  '/staff/submissions/[reference]/decline/preview': page(
    noLetterTyped,
    '/staff/submissions/{submission}/decline/preview',
  ),
  '/staff/submissions/[reference]/decline/confirm': form(
    clinical,
    '/staff/submissions/{submission}/decline/confirm',
  ),
  '/staff/submissions/[reference]/close': page(clinical, '/staff/submissions/{submission}/close'),
  '/staff/submissions/[reference]/close/confirm': form(
    clinical,
    '/staff/submissions/{submission}/close/confirm',
  ),
  '/staff/submissions/[reference]/reopen': form(clinical, '/staff/submissions/{submission}/reopen'),
  '/staff/submissions/[reference]/reconsider': form(
    staffOnly('lead'),
    '/staff/submissions/{submission}/reconsider',
  ),
  '/staff/submissions/[reference]/ask-told': form(writes, '/staff/submissions/{submission}/ask-told'),
  '/staff/submissions/[reference]/letter-told': form(writes, '/staff/submissions/{submission}/letter-told'),
};

/** Who has set the second step up already is led to giving it. */
function enrolledAlready(): Partial<Record<Actor, Outcome>> {
  return Object.fromEntries(
    ['staff-first-step', 'front-desk', 'clinician', 'lead', 'admin'].map((actor) => [actor, 'second-step']),
  );
}

/**
 * New recovery codes are shown once, after setting up: later the page leads on to the queue. Where no estimate was
 * typed there is none to look at: its page leads back to the form.
 */
function ledOn(): Partial<Record<Actor, Outcome>> {
  return Object.fromEntries(['front-desk', 'clinician', 'lead', 'admin'].map((actor) => [actor, 'home']));
}

/** Left to the tests that look at what they do, because asking them as somebody ends that somebody's session. */
export const LEAVING = ['/sign-out', '/exit'];
