// Signs people in as they would: the mail's code, and for staff the second step; or where that is not what is asked about, with the session it leaves.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type BrowserContext, expect, type Page } from '@playwright/test';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { newId } from '@/lib/env/ids';
import { demoStaff } from '@/scripts/demo/staff';
import { type Hands, pointer } from './hands';
import type { Mailbox } from './mailbox';
import { runFolder } from './run-folder';
import { asOwner } from './site-database';

/** What a browser, or whoever asks without one, begins with. */
export type State = Awaited<ReturnType<BrowserContext['storageState']>>;

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
  await hands.write(page.getByLabel('Eight-digit code'), await codeTo(mailbox, email, since));
  await hands.press(page.getByRole('button', { name: 'Sign in' }));
}

/** The instant after the newest mail to them in this test, so that whoever signs in twice at once gets the second code. */
export async function afterTheLast(mailbox: Mailbox, email: string): Promise<Date | undefined> {
  const [newest] = await mailbox.to(email);
  return newest && new Date(Date.parse(newest.sentAt) + 1);
}

/** The code of the newest sign-in mail: other mail may come to staff meanwhile. */
async function codeTo(mailbox: Mailbox, email: string, since: Date | undefined): Promise<string> {
  const { text } = await mailbox.next(email, since, CODE);
  return text.match(CODE)?.[0] ?? '';
}
const CODE = /\b\d{8}\b/;

/** The same without a page: for tests that ask as somebody, over HTTP alone. `headers` where the request has no Origin of its own. */
export async function signInByRequest(
  request: APIRequestContext,
  mailbox: Mailbox,
  email: string,
  headers: Record<string, string> = {},
) {
  const since = await afterTheLast(mailbox, email);
  await request.post('/sign-in/request', { form: { email }, headers, maxRedirects: 0 });
  const answer = await request.post('/sign-in/verify', {
    form: { code: await codeTo(mailbox, email, since) },
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

/** The browser state of somebody of the demo's staff, both steps given just now: as a sign-in leaves it, but for where it was made. */
export async function staffState(site: { url: string; dataFolder: string }, who: DemoStaff): Promise<State> {
  const token = newSecret();
  const { name } = demoStaff.find(({ email }) => email === DEMO_STAFF[who]) ?? {};
  const made = await asOwner(
    site.dataFolder,
    (sql) => sql`
      insert into session (id, token_hash, account_id, second_factor_at, created_at, last_seen_at, expires_at, signed_in_by)
      select ${newId()}, ${hashOfSecret(token)}, id, now(), now(), now(), now() + interval '12 hours', 'code'
      from staff_member where name = ${name ?? ''} returning id`,
  );
  expect(made).toHaveLength(1);
  const place = { domain: new URL(site.url).hostname, path: '/', expires: -1 };
  const cookie = { name: 'foyer', value: token, ...place, httpOnly: true, secure: false };
  return { cookies: [{ ...cookie, sameSite: 'Lax' }], origins: [] };
}

/** Reads the code from the demo's mailbox page, as staff would from their phone, and types it. */
export async function giveSecondStep(context: BrowserContext, page: Page, email: string) {
  await page.getByLabel('Six-digit code').fill(await secondStepCode(context, email));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/staff$/);
}

/** A code of theirs that nobody has given or read here: each is good once. Waits for the next one where it must. */
export async function secondStepCode(context: BrowserContext, email: string): Promise<string> {
  const phone = await context.newPage();
  const shown = phone.getByRole('listitem').filter({ hasText: email }).locator('code');
  let code = '';
  await expect(async () => {
    await phone.goto('/mailbox');
    code = await shown.innerText({ timeout: 500 });
    expect(isMine(`code-${email}-${code}`)).toBe(true);
  }).toPass({ timeout: 100_000, intervals: [1000] });
  await phone.close();
  return code;
}

/** Whether this test is the first of the run to ask for it. */
function isMine(name: string): boolean {
  try {
    mkdirSync(join(runFolder(), name));
    return true;
  } catch {
    return false;
  }
}
