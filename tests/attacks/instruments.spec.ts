// Official questionnaires over HTTP: what no page of ours would post is refused, and no score ever reaches the person it is about.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type postgres from 'postgres';
import { definition } from '@/lib/forms/definition';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import { type Client, madeUpClient } from '../lib/scheduling/made-up-clinic';
import { withoutLots } from '../support/by-lot';
import { signedIn } from '../support/sessions';
import { expect, test } from '../support/site-door';

/** The page itself, and the data that a browser with scripts asks for instead. */
const ASKED_FOR: Record<string, string>[] = [{}, { RSC: '1' }];

/** The build's own name, by lot, stands in the data of each page. */
const build = () => readFileSync(resolve(import.meta.dirname, '../../.next/BUILD_ID'), 'utf8').trim();

/** What an answer says, without what is drawn by lot: three letters in a row are soon found in a nonce or a file's name. */
async function saidBy(answer: Response): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '';
  return withoutLots(await answer.text(), nonce, build());
}

/** Somebody who may fill in what can wait until after booking. */
async function someone(sql: postgres.Sql, url: string) {
  const client: Client = await madeUpClient(sql, { region: 'GB-ENG' });
  const wishes = { weekdays: [1, 2, 3], partsOfDay: ['evening' as const] };
  const waits = await joinWaitlist(client, { ...wishes, with: null, zone: 'Europe/London', weeks: 4 });
  expect(waits).toMatchObject({ ok: true });
  const headers = { Cookie: `foyer=${await signedIn(client)}`, Origin: url };
  const post = async (path: string, fields: [string, string][]) => {
    const body = new URLSearchParams([['intent', 'continue'], ...fields]);
    const answer = await fetch(url + path, { method: 'POST', redirect: 'manual', headers, body });
    return { status: answer.status, to: answer.headers.get('location') };
  };
  const get = (path: string, more: Record<string, string> = {}) =>
    fetch(url + path, {
      // The data has an address of its own, to which a browser is led.
      redirect: 'RSC' in more ? 'follow' : 'manual',
      headers: { ...headers, ...more },
    });
  const stored = (question: string) =>
    sql`select id from answer where client_id = ${client.id} and question = ${question}`;
  const flags = () =>
    sql`select level, question from flag where client_id = ${client.id} order by raised_at, id`;
  return { client, post, get, stored, flags };
}

test('a forged value of an item is kept from the answers, and raises no flag', async ({ ownerSql, site }) => {
  const { post, get, stored, flags } = await someone(ownerSql, site.url);
  const forged: [string, string][][] = [
    [['Gp9', '4']],
    [['Gp9', '-1']],
    [['Gp9', '27']],
    [['Gp9', 'LA6571-9']],
    [['Gp9', 'Nearly every day']],
    [
      ['Gp9', '0'],
      ['Gp9', '3'],
    ],
    [['Gp9', '__proto__']],
    [['Gp9', 'in-person']],
    [['Gp9', 'prefer-not-to-say']],
  ];
  for (const fields of forged) {
    const answer = await post('/forms/9/gp9/save', fields);
    expect(answer, JSON.stringify(fields)).toEqual({ status: 303, to: '/forms/9/gp9' });
    expect(await (await get('/forms/9/gp9')).text()).toMatch(/<title>Error: /);
  }
  expect(await stored('Gp9')).toHaveLength(0);
  expect(await flags()).toHaveLength(0);
  // What belongs to another page is ignored, a total above all.
  await post('/forms/9/gp1/save', [
    ['Gp1', '1'],
    ['Gp9', '3'],
    ['PHQ-9', '27'],
    ['score', '27'],
  ]);
  expect(await stored('Gp1')).toHaveLength(1);
  expect(await stored('Gp9')).toHaveLength(0);
  expect(await flags()).toHaveLength(0);
});

test('no page of the client’s, in words or in what a browser is sent besides, holds a score, a band or an instrument’s name', async ({
  ownerSql,
  site,
}) => {
  const { post, get, flags } = await someone(ownerSql, site.url);
  const items = (letters: string, from: number, figures: string) =>
    [...figures].map((figure, at): [string, string] => [`${letters}${from + at}`, figure]);
  await post('/forms/9/gp1/save', items('Gp', 1, '3333'));
  await post('/forms/9/gp5/save', items('Gp', 5, '3333'));
  expect(await post('/forms/9/gp9/save', [['Gp9', '3']])).toEqual({ status: 303, to: '/support' });
  await post('/forms/9/ga1/save', items('Ga', 1, '3333'));
  await post('/forms/9/ga5/save', items('Ga', 5, '333'));
  expect((await flags()).map(({ question }) => question)).toEqual(
    expect.arrayContaining(['Gp9', 'PHQ-9', 'GAD-7']),
  );
  const pages = definition.sections
    .filter(({ number }) => ['9', '10', '11'].includes(number))
    .flatMap(({ number, pages: of }) => [
      `/forms/${number}/start`,
      `/forms/${number}/check`,
      ...of.map(([first]) => `/forms/${number}/${first?.toLowerCase()}`),
    ]);
  let looked = 0;
  for (const path of ['/support', '/home', '/forms/check', ...pages]) {
    for (const more of ASKED_FOR) {
      const answer = await get(path, more);
      if (answer.status !== 200) continue;
      looked += 1;
      const text = await saidBy(answer);
      expect(text, path).not.toMatch(/PHQ|GAD-?7|AUDIT|PTSD|LA65\d\d|44261|moderately severe|\bscored?\b/i);
      expect(text, path).not.toMatch(/\b(27|21) (of|out of)\b/);
    }
  }
  expect(looked).toBeGreaterThan(40);
});

test('a whole section is skipped by one press, with no script, and can be opened again', async ({
  ownerSql,
  site,
}) => {
  const { post, get, flags } = await someone(ownerSql, site.url);
  const opening = await (await get('/forms/9/start')).text();
  expect(opening).toContain('action="/forms/9/start/skip"');
  expect(opening).toContain('Skip this whole section');
  expect(await post('/forms/9/start/skip', [])).toEqual({ status: 303, to: '/home' });
  expect(await post('/forms/9/start/skip', [])).toEqual({ status: 303, to: '/home' });
  expect(await flags()).toEqual([{ level: 'amber', question: 'Gp9' }]);
  expect(await (await get('/forms/9/check')).text()).toContain('Not provided');
  expect((await get('/forms/9/1')).headers.get('location')).toBe('/forms/9/start');
  expect((await post('/forms/99/start/skip', [])).status).toBe(404);
  expect((await post('/forms/1/start/skip', [])).status).toBe(404);
});

test('a page of the form before, still open where hopes were section 6, loses nothing', async ({
  ownerSql,
  site,
}) => {
  const { get, post } = await someone(ownerSql, site.url);
  expect(await post('/forms/6/k2/save', [['K2', 'A small sign (made up)']])).toEqual({
    status: 308,
    to: '/forms/12/k2/save',
  });
  expect((await get('/forms/6/k2')).headers.get('location')).toBe('/forms/12/k2');
});
