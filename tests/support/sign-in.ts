// Signs people in as they would: the mail's code, and for staff the second step; staff once a run, because their codes are good once.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
} from '@playwright/test';
import { type Hands, pointer } from './hands';
import type { Mailbox } from './mailbox';
import { runFolder } from './run-folder';

export const DEMO_STAFF = {
  admin: 'admin@demo.example',
  lead: 'lead@demo.example',
  clinician: 'clinician@demo.example',
  'front-desk': 'frontdesk@demo.example',
} as const;

export type DemoStaff = keyof typeof DEMO_STAFF;

/** Types the address, waits for the mail, types its code. Ends where sign-in leads. */
export async function signIn(page: Page, mailbox: Mailbox, email: string, hands: Hands = pointer) {
  await page.goto('/sign-in');
  await signInHere(page, mailbox, email, hands);
}

/** The same, where the sign-in page is already open: it leads on to the page that asked for it. */
export async function signInHere(page: Page, mailbox: Mailbox, email: string, hands: Hands = pointer) {
  const since = await afterTheLast(mailbox, email);
  await hands.write(page.getByLabel('E-mail address'), email);
  await hands.press(page.getByRole('button', { name: 'Send me a code' }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Type your code');
  const { text } = await mailbox.next(email, since);
  await hands.write(page.getByLabel('Eight-digit code'), text.match(/\b\d{8}\b/)?.[0] ?? '');
  await hands.press(page.getByRole('button', { name: 'Sign in' }));
}

/** The instant after the newest mail to them, so that whoever signs in twice at once gets the second code. */
export async function afterTheLast(mailbox: Mailbox, email: string): Promise<Date> {
  const [newest] = await mailbox.to(email);
  return new Date(newest ? Date.parse(newest.sentAt) + 1 : 0);
}

/** The same without a page: for tests that ask as somebody, over HTTP alone. `headers` where the request has no Origin of its own. */
export async function signInByRequest(
  request: APIRequestContext,
  mailbox: Mailbox,
  email: string,
  headers: Record<string, string> = {},
) {
  const since = await afterTheLast(mailbox, email);
  await request.post('/sign-in/request', { form: { email }, headers, maxRedirects: 0 });
  const { text } = await mailbox.next(email, since);
  const answer = await request.post('/sign-in/verify', {
    form: { code: text.match(/\b\d{8}\b/)?.[0] ?? '' },
    headers,
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
}

/** For tests about what comes after: this page's browser is signed in, and the page is at home. */
export async function comeIn(page: Page, mailbox: Mailbox, email: string) {
  await signInByRequest(page.request, mailbox, email, await ownOrigin(page));
  await page.goto('/home');
}

/** What a form of the site's own carries, for what is posted without one. */
export async function ownOrigin(page: Page): Promise<{ Origin: string }> {
  return { Origin: new URL((await page.request.get('/api/livez')).url()).origin };
}

/** The browser state of a demo member of staff, both steps given: made once a run, shared by every worker. */
export async function staffState(
  browser: Browser,
  siteUrl: string,
  mailbox: Mailbox,
  who: DemoStaff,
): Promise<string> {
  const file = join(runFolder(), `staff-${who}.json`);
  if (!existsSync(file))
    await oneAtATime(`staff-${who}.lock`, file, () => makeStaffState(browser, siteUrl, mailbox, who, file));
  return file;
}

async function makeStaffState(
  browser: Browser,
  baseURL: string,
  mailbox: Mailbox,
  who: DemoStaff,
  file: string,
) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, mailbox, DEMO_STAFF[who]);
  await giveSecondStep(context, page, DEMO_STAFF[who]);
  await context.storageState({ path: file });
  await context.close();
}

/** Reads the code from the demo's mailbox page, as staff would from their phone, and types it. */
export async function giveSecondStep(context: BrowserContext, page: Page, email: string) {
  await page.getByLabel('Six-digit code').fill(await secondStepCode(context, email));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/staff$/);
}

/** The code of this moment; waits for the next one where it was used. */
export async function secondStepCode(context: BrowserContext, email: string): Promise<string> {
  const phone = await context.newPage();
  const code = phone.getByRole('listitem').filter({ hasText: email }).locator('code');
  await expect(async () => {
    await phone.goto('/mailbox');
    await expect(code).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 45_000, intervals: [1000] });
  const digits = await code.innerText();
  await phone.close();
  return digits;
}

async function oneAtATime(lock: string, made: string, make: () => Promise<void>) {
  let mine = true;
  try {
    mkdirSync(join(runFolder(), lock));
  } catch {
    mine = false;
  }
  if (mine) return make();
  for (const until = Date.now() + 90_000; !existsSync(made); await pause(200)) {
    if (Date.now() > until) throw new Error(`Nobody made ${made}.`);
  }
}
