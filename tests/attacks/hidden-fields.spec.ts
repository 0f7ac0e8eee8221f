// I-06: what a form carries unseen can be forged into anything: it is refused, or it changes nothing, and it is never a fault of ours.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inTurns } from '../support/in-turns';
import { DEMO_STAFF, type DemoStaff, signInByRequest, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { ROLE_MATRIX } from './role-matrix';

const root = resolve(import.meta.dirname, '../..');

/** The names of all hidden fields, from the pages themselves. */
const HIDDEN = new Set(
  ['app', 'components'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        [...readFileSync(join(root, folder, file), 'utf8').matchAll(/type="hidden" name="([\w-]+)"/g)].map(
          ([, name = '']) => name,
        ),
      ),
  ),
);

/** As they go over the wire. */
const FORGED = {
  'a NUL': '%00'.repeat(36),
  'hyphens in the place of an id': '-'.repeat(36),
  'half a character, and ten thousand more': `%ED%A0%80${'x'.repeat(10_000)}`,
  'a number beyond all': '1e999',
};

/** What somebody would have typed or chosen beside them, so that the form is looked at whole. */
const TYPED: Record<string, string> = {
  question: 'Made up?',
  message: 'Made up.',
  with: '0123456789ab',
  at: '2031-03-04T10:00Z',
  zone: 'Europe/London',
  intent: 'continue',
};

/** These count tries against the staff whom every test shares. */
const COUNTED = [
  '/staff/second-factor/give',
  '/staff/enrol/confirm',
  '/staff/documents/[slug]/publish/confirm',
];

const WHO = ['client', ...(Object.keys(DEMO_STAFF) as DemoStaff[])] as const;

test('the hidden fields are found, and most forms have a row', () => {
  expect(HIDDEN.size).toBeGreaterThan(15);
  for (const name of ['token', 'account', 'flag', 'task', 'round']) expect(HIDDEN).toContain(name);
});

for (const [what, forged] of Object.entries(FORGED)) {
  test(`${what} in every hidden field of every form is no fault of ours`, async ({
    playwright,
    browser,
    site,
    mailbox,
  }) => {
    test.setTimeout(120_000);
    const requests = new Map(
      await Promise.all(
        WHO.map(async (who) => {
          const storageState =
            who === 'client' ? undefined : await staffState(browser, site.url, mailbox, who);
          const request = await playwright.request.newContext({
            baseURL: site.url,
            ...(storageState && { storageState }),
            extraHTTPHeaders: { Origin: site.url, 'Content-Type': 'application/x-www-form-urlencoded' },
            maxRedirects: 0,
          });
          return [who, request] as const;
        }),
      ),
    );
    const client = requests.get('client');
    const clinician = requests.get('clinician');
    if (!client || !clinician) throw new Error('nobody asks');
    await signInByRequest(client, mailbox, `forged-${Date.now()}@example.org`);
    const home = await (await client.get('/documents/agreement')).text();
    const account = home.match(/name="account" value="([^"]+)"/)?.[1] ?? '';
    const queue = await (await clinician.get('/staff')).text();
    const submission = queue.match(/\/staff\/submissions\/([0-9A-Z]{10})/)?.[1] ?? '';
    expect(submission).not.toBe('');

    const wrong: string[] = [];
    const forms = Object.entries(ROLE_MATRIX).filter(
      ([route, { method }]) => method && !COUNTED.includes(route),
    );
    expect(forms.length).toBeGreaterThan(40);
    await inTurns(forms, async ([route, { at = route, outcomes }]) => {
      const who = WHO.find((one) => outcomes[one] === 'open');
      if (!who) return;
      // Where one name is hidden in one form and typed in another, both; and the account's own, so that the rest is read.
      for (const kept of [{}, TYPED, { ...TYPED, ...(account && { account }) }]) {
        const fields = {
          ...Object.fromEntries([...HIDDEN].map((name) => [name, forged])),
          [`outcome-${forged}`]: 'spoke',
          ...kept,
        };
        const data = Object.entries(fields)
          .map(([name, value]) => `${name}=${value}`)
          .join('&');
        const answer = await requests.get(who)?.post(at.replace('{submission}', submission), { data });
        if (!answer || answer.status() >= 500)
          wrong.push(`${route} as ${who}, ${Object.keys(kept).length} kept: ${answer?.status()}`);
      }
    });
    expect(wrong).toEqual([]);
    for (const request of requests.values()) await request.dispose();
  });
}
