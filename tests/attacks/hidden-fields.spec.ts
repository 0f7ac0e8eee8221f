// I-06: what a form carries unseen can be forged into anything: it is refused, or it changes nothing, and it is never a fault of ours.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answerFirst, hiddenFields } from '../support/client-by-request';
import { inTurns } from '../support/in-turns';
import { staffState } from '../support/sign-in';
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

const NUMBERS = ['round', 'revision', 'version', 'base', 'number', 'stamp'];

/** As they go over the wire. */
const FORGED: Record<string, (name: string) => string> = {
  'a NUL': () => '%00'.repeat(36),
  'hyphens in the place of an id': () => '-'.repeat(36),
  'half a character and ten thousand more, or a number beyond all': (name) =>
    NUMBERS.includes(name) ? '1e999' : `%ED%A0%80${'x'.repeat(10_000)}`,
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
  '/staff/second-factor/passkey',
  '/staff/account/remove/confirm',
  '/staff/enrol/confirm',
  '/staff/documents/[slug]/publish/confirm',
];

const WHO = ['client', 'clinician', 'front-desk', 'admin'] as const;

test('the hidden fields are found, and most forms have a row', () => {
  expect(HIDDEN.size).toBeGreaterThan(15);
  for (const name of ['token', 'account', 'flag', 'task', 'round']) expect(HIDDEN).toContain(name);
});

test('a NUL, hyphens, half a character or ten thousand in every hidden field of every form are no fault of ours', async ({
  playwright,
  site,
  mailbox,
}) => {
  const requestOf = async (who: (typeof WHO)[number]) =>
    playwright.request.newContext({
      baseURL: site.url,
      ...(who !== 'client' && { storageState: await staffState(site, who) }),
      extraHTTPHeaders: { Origin: site.url },
      maxRedirects: 0,
    });
  const client = await requestOf('client');
  const clinician = await requestOf('clinician');
  await answerFirst(client, mailbox, 'Ash Example');
  const { account = '' } = await hiddenFields(client, '/documents/electronic-records');
  expect(account).not.toBe('');
  const queue = await (await clinician.get('/staff')).text();
  const submission = queue.match(/\/staff\/submissions\/([0-9A-Z]{10})/)?.[1] ?? '';
  expect(submission).not.toBe('');
  const asking = { client, clinician, 'front-desk': await requestOf('front-desk') };
  const admin = await requestOf('admin');

  const forms = Object.entries(ROLE_MATRIX).filter(([, { method }]) => method);
  const posts = forms.flatMap(([route, { at = route, outcomes }]) =>
    Object.entries(FORGED).flatMap(([what, forge]) =>
      // Where one name is hidden in one form and typed in another, both; the account's own, so that the rest is read.
      [{}, { ...TYPED, account }].map((kept) => {
        const who = (['client', 'clinician', 'front-desk'] as const).find((one) => outcomes[one] === 'open');
        const request = who ? asking[who] : admin;
        const forged = Object.fromEntries([...HIDDEN].map((name) => [name, forge(name)]));
        const fields = { ...forged, [`outcome-${forge('')}`]: 'spoke', ...kept };
        return { route, what, path: at.replace('{submission}', submission), request, fields };
      }),
    ),
  );
  expect(posts.length).toBeGreaterThan(200);
  const wrong: string[] = [];
  await inTurns(
    posts.filter(({ route }) => !COUNTED.includes(route)),
    async ({ route, what, path, request, fields }) => {
      const data = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const answer = await request.post(path, { data: data.join('&'), headers });
      if (answer.status() >= 500) wrong.push(`${route}, ${what}: ${answer.status()}`);
    },
  );
  expect(wrong).toEqual([]);
  for (const request of [client, clinician, asking['front-desk'], admin]) await request.dispose();
});
