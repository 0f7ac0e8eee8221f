// F-02: Postgres is killed ten times under load; the app lives, nothing acknowledged is lost, and it is ready again within ten seconds.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { startDemoSite } from '@/tests/support/demo-site';
import { end } from '@/tests/support/launcher';
import { mailboxOf } from '@/tests/support/mailbox';
import { postgresPid, sitePid } from '@/tests/support/running';

const KILLS = 10;
const READY_WITHIN = 10_000;
/** Below what the mailbox page still lists, and slow enough for two cores. */
const MOST_REQUESTS = 140;
const BETWEEN_REQUESTS = 200;

/** Asks for a code; true when the site said that one is on its way. */
async function askForCode(url: string, email: string, network: string): Promise<boolean> {
  const answer = await fetch(`${url}/sign-in/request`, {
    method: 'POST',
    headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': network },
    body: new URLSearchParams({ email }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
  return answer?.status === 303 && (answer.headers.get('location') ?? '').includes('/sign-in/code');
}

/** Two people at a time ask for a code, again and again; gives the addresses that were told it is coming. */
function load(url: string) {
  const acknowledged: string[] = [];
  let going = true;
  let asked = 0;
  const askAgainAndAgain = async () => {
    while (going && asked < MOST_REQUESTS) {
      const number = asked++;
      const email = `made-up-${number}@load.example`;
      if (await askForCode(url, email, `198.51.100.${number % 250}`)) acknowledged.push(email);
      await pause(BETWEEN_REQUESTS);
    }
  };
  const loops = Promise.all([askAgainAndAgain(), askAgainAndAgain()]);
  return {
    acknowledged,
    stop: async () => {
      going = false;
      await loops;
    },
  };
}

/** Milliseconds until it says that it is ready. */
async function untilReady(url: string): Promise<number> {
  const began = Date.now();
  while (Date.now() - began < READY_WITHIN + 5_000) {
    const answer = await fetch(`${url}/api/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
    if (answer?.ok) return Date.now() - began;
    await pause(50);
  }
  return Number.POSITIVE_INFINITY;
}

test('F-02: ten kills of Postgres under load cost no process, no acknowledged word, and ten seconds at most', async () => {
  const site = await startDemoSite('killed', { TRUSTED_PROXIES: '1' }, { asShipped: true });
  const data = site.dataFolder;
  const app = sitePid(data);
  const mailbox = mailboxOf(site.url);
  const people = load(site.url);
  const waits: number[] = [];

  await test.step('killed ten times', async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(1_000 + 70 * kill);
      process.kill(postgresPid(data), 'SIGKILL');
      // Whoever leaves gets away, with or without a database.
      const leaving = fetch(`${site.url}/exit`, { headers: { Cookie: 'foyer=made-up' } });
      // The old one is asked no more: what answers from here on is the next.
      await pause(50);
      waits.push(await untilReady(site.url));
      expect((await leaving).status).toBe(200);
    }
  });
  await people.stop();

  expect(Math.max(...waits), `waited ${waits.join(', ')} ms`).toBeLessThan(READY_WITHIN);
  expect(sitePid(data), 'the app is the same process').toBe(app);
  expect(people.acknowledged.length).toBeGreaterThan(KILLS);

  await test.step('every code that was promised arrives', async () => {
    const missing = async () => {
      const arrived = new Set(await mailbox.addresses());
      return people.acknowledged.filter((email) => !arrived.has(email));
    };
    await expect.poll(missing, { timeout: 120_000, intervals: [1_000] }).toEqual([]);
  });
  await end(site.pid);
});
