// F-03: while every connection is taken, whoever comes is told so with 503, on a whole page; urgent help still opens; and then all is well again.
import { expect, test } from '@playwright/test';
import { startDemoSite } from '@/tests/support/demo-site';
import { end } from '@/tests/support/launcher';
import { asOwner } from '@/tests/support/site-database';

const asSomebody = { Accept: 'text/html', Cookie: 'foyer=made-up' };

test('F-03: with every connection taken, pages and forms say so and offer the way out; afterwards they work', async () => {
  const site = await startDemoSite('busy', { DATABASE_CONNECTIONS: '2' });
  const get = (path: string) =>
    fetch(`${site.url}${path}`, {
      headers: asSomebody,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
  let held: Promise<Response>[] = [];

  await asOwner(site.dataFolder, (owner) =>
    owner.begin(async (sql) => {
      // Nobody can be known while this lasts, so each who asks keeps a connection.
      await sql`lock table session in access exclusive mode`;
      held = [get('/home'), get('/home')];
      await expect.poll(async () => (await sql`select from pg_locks where not granted`).length).toBe(2);

      await test.step('a page', async () => {
        const answer = await get('/home');
        const html = await answer.text();
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('30');
        expect(answer.headers.get('cache-control')).toContain('no-store');
        expect(html).toContain('We can’t open this just now');
        expect(html).toContain('href="/urgent-help"');
        expect(html).toContain('href="/exit"');
      });
      await test.step('a form', async () => {
        const answer = await fetch(`${site.url}/forms/1/a1/save`, {
          method: 'POST',
          headers: { ...asSomebody, Origin: site.url },
          body: new URLSearchParams({ A1: 'only-me' }),
          redirect: 'manual',
        });
        const html = await answer.text();
        expect(answer.status).toBe(503);
        expect(html).toContain('href="/urgent-help"');
        expect(html).toContain('href="/exit"');
        expect(html).toMatch(/<style nonce="[\w+/=]+">/);
      });
      await test.step('urgent help and the way out', async () => {
        expect((await get('/urgent-help')).status).toBe(200);
        expect((await get('/not-for-us')).status).toBe(200);
        expect((await get('/exit')).status).toBe(200);
      });
    }),
  );

  // Those who waited for the lock were served when it went, or were told when their patience ended.
  for (const { status } of await Promise.all(held)) expect([307, 503]).toContain(status);
  expect((await get('/home')).status).toBe(307);
  await end(site.pid);
});
