// Z-02, Z-04, P-03: every page and route, found by itself, is asked for as every kind of actor; one without a row in the matrix fails, and so does an answer without its policies.
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { APIResponse } from '@playwright/test';
import { inTurns } from '../support/in-turns';
import { onceARun } from '../support/once-a-run';
import { nonceOf, policyFaults } from '../support/policies';
import { setPinByRequest } from '../support/second-key';
import { DEMO_STAFF, signInByRequest, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ACTORS, type Actor, LEAVING, type Outcome, ROLE_MATRIX, type Row } from './role-matrix';

const app = resolve(import.meta.dirname, '../../app');

/** Every page and route of the app, as the matrix names them. */
const ROUTES = readdirSync(app, { recursive: true, withFileTypes: true })
  .filter(({ name }) => name === 'page.tsx' || name === 'route.ts')
  .map(({ parentPath }) => `/${relative(app, parentPath)}`)
  .sort();

test('every page and route has a row, and every row is a page or route', () => {
  expect(ROUTES.length).toBeGreaterThan(40);
  expect(ROUTES).toEqual([...Object.keys(ROLE_MATRIX), ...LEAVING].sort());
});

const TURNED_AWAY: readonly Outcome[] = ['sign-in', 'second-step', 'second-key', 'nothing'];
/** Their pages show only what is there, and the matrix asks for nobody's: a recovery, a day that is closed, a sign-in under way, what a colleague left. */
const NOTHING_TO_SHOW = /\/none\/|^\/sign-in\/birth-date\/|^\/staff\/(calendar\/open|enrol|team\/.*\/left)\//;
/** For these P-03 is looked at in passing: every answer carries the policies. Staff's come through the same door. */
const WITH_POLICIES: readonly Actor[] = ['visitor', 'client'];
/** Mails are shown in a frame by the demo's mailbox, under a policy of their own that lets nothing run. */
const OWN_POLICY = /^\/mailbox\//;

test('Z-04 no form is taken from anybody whom the page that shows it turns away', () => {
  const beside = (route: string) => ROLE_MATRIX[route.slice(0, route.lastIndexOf('/'))];
  const wider = Object.entries(ROLE_MATRIX).flatMap(([route, { at = route, method, outcomes }]) => {
    const shown = method ? beside(route) : undefined;
    if (!shown || shown.method || NOTHING_TO_SHOW.test(at)) return [];
    return ACTORS.filter(
      (actor) => outcomes[actor] === 'open' && TURNED_AWAY.includes(shown.outcomes[actor]),
    ).map((actor) => `${route}: ${actor}`);
  });
  expect(wider).toEqual([]);
});

for (const actor of ACTORS) {
  test(`Z-02 P-03 every page and route answers a ${actor} as the matrix says, under the policies`, async ({
    playwright,
    browser,
    site,
    mailbox,
  }) => {
    const storageState = await stateOf(actor);
    const request = await playwright.request.newContext({
      baseURL: site.url,
      ...(storageState && { storageState }),
      extraHTTPHeaders: { Origin: site.url, Accept: 'text/html' },
      maxRedirects: 0,
    });
    if (actor === 'client') await signInByRequest(request, mailbox, `guards-${Date.now()}@example.org`);
    if (actor === 'client-first-step') {
      const email = `guards-key-${Date.now()}@example.org`;
      await signInByRequest(request, mailbox, email);
      await setPinByRequest(request, '604917');
      await signInByRequest(request, mailbox, email);
    }
    if (actor === 'staff-first-step') await signInByRequest(request, mailbox, DEMO_STAFF.lead);
    const real = await onceARun('guards-addresses', realAddresses);

    const wrong: string[] = [];
    const nonces: string[] = [];
    const ask = async ([route, { at = route, method, outcomes }]: [string, Row]) => {
      const path = at.replace(/\{(\w+)\}/, (_, name) => real[name as keyof typeof real]);
      const answer = method ? await request.post(path, { form: {} }) : await request.get(path);
      const outcome = outcomeOf(answer, { actor, method, wanted: outcomes[actor] });
      if (outcome !== outcomes[actor])
        wrong.push(`${route}: ${outcome} (${answer.status()} ${answer.headers().location ?? ''})`);
      if (OWN_POLICY.test(route) || !WITH_POLICIES.includes(actor)) return;
      wrong.push(...policyFaults(answer).map((fault) => `${route}: ${fault}`));
      nonces.push(nonceOf(answer));
    };
    // What a page shows may hang on a draft that a form keeps: so all pages are asked for first, and without one that another test left.
    if (actor === 'admin') await request.post('/staff/settings/forms/save', { form: { intent: 'drop' } });
    const rows = Object.entries(ROLE_MATRIX);
    await inTurns(
      rows.filter(([, { method }]) => !method),
      ask,
    );
    await inTurns(
      rows.filter(([, { method }]) => method),
      ask,
    );
    expect(wrong).toEqual([]);
    expect(new Set(nonces).size, 'each answer has a nonce of its own').toBe(nonces.length);
    await request.dispose();

    async function stateOf(who: Actor) {
      return who in DEMO_STAFF ? staffState(site, who as keyof typeof DEMO_STAFF) : undefined;
    }
    /** A colleague who is nobody of these, as an admin finds them. */
    async function teamLink() {
      const context = await browser.newContext({
        baseURL: site.url,
        storageState: await staffState(site, 'admin'),
      });
      const page = await context.newPage();
      await page.goto('/staff/team');
      const href = await page.getByRole('link', { name: 'Toby Specimen (made up)' }).getAttribute('href');
      await context.close();
      return href ?? '';
    }
    /** What stands for each name in the matrix: as front desk finds it, who sees nothing that wasn't sent. */
    async function realAddresses() {
      const context = await browser.newContext({
        baseURL: site.url,
        storageState: await staffState(site, 'front-desk'),
      });
      const page = await context.newPage();
      const first = async (start: string, ...paths: string[]) => {
        for (const path of paths) {
          await page.goto(path);
          const link = page.getByRole('main').locator(`a[href^="${start}"]`).first();
          if ((await link.count()) > 0) return (await link.getAttribute('href')) ?? '';
        }
        throw new Error(`No page leads to ${start}.`);
      };
      const last = (href: string) => href.split('/').at(-1)?.split('?')[0] ?? '';
      // Still to come, whatever day it is today: what is past can't be moved.
      const weeks = [7, 14].map((days) => {
        const on = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
        return `/staff/calendar?on=${on}`;
      });
      const found = {
        submission: last(await first('/staff/submissions/', '/staff')),
        appointment: last(await first('/staff/appointments/', ...weeks)),
        clinician: last(await first('/staff/availability/', '/staff/availability')),
        closing: await first('/staff/calendar/close?', '/staff/calendar/day'),
      };
      await context.close();
      return { ...found, colleague: last(await teamLink()) };
    }
  });
}

function outcomeOf(
  answer: APIResponse,
  { actor, method, wanted }: { actor: Actor; method?: 'POST'; wanted: Outcome },
): Outcome | string {
  const to = answer.headers().location ?? '';
  if (answer.status() === 404) return 'nothing';
  if (to.startsWith('/sign-in?')) return 'sign-in';
  // A refused key leads to its own page, which carries no place to go on to.
  if (to.startsWith('/sign-in/second-key?')) return 'second-key';
  // Who has given it, and may see this or be led on from it, is only asked for it once more when that was a while ago.
  if (to.startsWith('/staff/second-factor?'))
    return actor === 'staff-first-step' ? 'second-step' : wanted === 'home' ? 'home' : 'open';
  if (method && answer.status() === 303) {
    // Its own page may be where a refused code leads.
    return /^\/staff\/(second-factor|enrol)$/.test(to) && !answer.url().includes(to) ? 'second-step' : 'open';
  }
  if (/^\/staff\/(second-factor|enrol)$/.test(to)) return 'second-step';
  if (answer.status() === 307) return 'home';
  return answer.status() === 200 ? 'open' : `status ${answer.status()}`;
}
