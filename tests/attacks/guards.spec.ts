// Z-02: every page and route, found by itself, is asked for as every kind of actor; one without a row in the matrix fails.
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { APIResponse } from '@playwright/test';
import { inTurns } from '../support/in-turns';
import { setPinByRequest } from '../support/second-key';
import { DEMO_STAFF, signInByRequest, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ACTORS, type Actor, LEAVING, type Outcome, ROLE_MATRIX } from './role-matrix';

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

for (const actor of ACTORS) {
  test(`Z-02 every page and route answers a ${actor} as the matrix says`, async ({
    playwright,
    browser,
    site,
    mailbox,
  }) => {
    test.setTimeout(180_000);
    const storageState = await stateOf(actor);
    const request = await playwright.request.newContext({
      baseURL: site.url,
      ...(storageState && { storageState }),
      extraHTTPHeaders: { Origin: site.url },
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
    const real = await realAddresses();

    const wrong: string[] = [];
    await inTurns(Object.entries(ROLE_MATRIX), async ([route, { at = route, method, outcomes }]) => {
      const path = at.replace(/\{(\w+)\}/, (_, name) => real[name as keyof typeof real]);
      // A door that stands open needs no disguise.
      for (const headers of outcomes[actor] === 'open' ? [{}] : [{}, ...DISGUISES]) {
        const answer = method
          ? await request.post(path, { form: {}, headers })
          : await request.get(path, { headers });
        const outcome = outcomeOf(answer, { actor, method });
        if (outcome !== outcomes[actor])
          wrong.push(
            `${route} ${JSON.stringify(headers)}: ${outcome} (${answer.status()} ${answer.headers().location ?? ''})`,
          );
      }
    });
    expect(wrong).toEqual([]);
    await request.dispose();

    async function stateOf(who: Actor) {
      return who in DEMO_STAFF
        ? staffState(browser, site.url, mailbox, who as keyof typeof DEMO_STAFF)
        : undefined;
    }
    /** What stands for each name in the matrix: as front desk finds it, who sees nothing that wasn't sent. */
    async function realAddresses() {
      const context = await browser.newContext({
        baseURL: site.url,
        storageState: await staffState(browser, site.url, mailbox, 'front-desk'),
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
      return found;
    }
  });
}

/** Z-05: headers that have opened doors elsewhere. */
const DISGUISES = [
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', 'x-forwarded-for': '127.0.0.1' },
];

function outcomeOf(
  answer: APIResponse,
  { actor, method }: { actor: Actor; method?: 'POST' },
): Outcome | string {
  const to = answer.headers().location ?? '';
  if (answer.status() === 404) return 'nothing';
  if (to.startsWith('/sign-in?')) return 'sign-in';
  // A refused key leads to its own page, which carries no place to go on to.
  if (to.startsWith('/sign-in/second-key?')) return 'second-key';
  // Who has given it, and may see this, is only asked for it once more when that was a while ago.
  if (to.startsWith('/staff/second-factor?')) return actor === 'staff-first-step' ? 'second-step' : 'open';
  if (method && answer.status() === 303) {
    // Its own page may be where a refused code leads.
    return /^\/staff\/(second-factor|enrol)$/.test(to) && !answer.url().includes(to) ? 'second-step' : 'open';
  }
  if (/^\/staff\/(second-factor|enrol)$/.test(to)) return 'second-step';
  if (answer.status() === 307) return 'home';
  return answer.status() === 200 ? 'open' : `status ${answer.status()}`;
}
