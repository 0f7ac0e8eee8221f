// What a form's route must refuse, and how it answers when it does not (I-05, I-08, I-09).
import { request as httpRequest } from 'node:http';
import { expect, test } from '../support/site';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

test.describe('every form’s wrapper', () => {
  for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example', undefined]) {
    test(`I-09 a form from ${origin ?? 'no origin at all'} is refused with 403`, async ({ site }) => {
      const answer = await post(site.url, '/sign-in/request', 'email=a%40example.org', {
        ...form,
        ...(origin && { Origin: origin }),
      });
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('Go back');
      expect(answer.cookies).toEqual([]);
    });
  }

  test('I-05 a body of 10 MB is refused with 413, whether it says its length or not', async ({ site }) => {
    const body = `email=${'a'.repeat(10 * 1024 * 1024)}`;
    expect((await post(site.url, '/sign-in/request', body, { ...form, Origin: site.url })).status).toBe(413);
    expect(
      (await post(site.url, '/sign-in/request', body, { ...form, Origin: site.url }, 'in pieces')).status,
    ).toBe(413);
  });

  test('I-05 more fields than any form of ours are refused with 422', async ({ site }) => {
    const body = Array.from({ length: 20_000 }, (_, n) => `f${n}=1`).join('&');
    expect((await post(site.url, '/sign-in/request', body, { ...form, Origin: site.url })).status).toBe(422);
  });

  for (const type of [
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/x-component',
    '',
  ]) {
    test(`I-08 a body of type “${type}” is refused with 415`, async ({ site }) => {
      const answer = await post(site.url, '/sign-in/request', '{"email":"a@example.org"}', {
        'Content-Type': type,
        Origin: site.url,
      });
      expect(answer.status).toBe(415);
    });
  }

  test('I-07 fields named like parts of an object are fields like any other', async ({ site }) => {
    const body = '__proto__=1&constructor=2&toString=3&email=not+an+address';
    const answer = await post(site.url, '/sign-in/request', body, { ...form, Origin: site.url });
    expect(answer).toMatchObject({ status: 303, location: '/sign-in' });
  });

  for (const email of [
    '"a b"@example.org',
    'a@example.org,b@example.org',
    'Kim <a@example.org>',
    'а@example.org',
    'a@example.org\r\nBcc: b@example.org',
    `${'a'.repeat(300)}@example.org`,
  ]) {
    test(`A-15 ${JSON.stringify(email.slice(0, 40))} is no address of ours`, async ({ site }) => {
      const answer = await post(site.url, '/sign-in/request', new URLSearchParams({ email }).toString(), {
        ...form,
        Origin: site.url,
      });
      expect(answer).toMatchObject({ status: 303, location: '/sign-in' });
    });
  }

  for (const next of [
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://evil.example/home',
    '/exit',
    '/home/../../evil',
  ]) {
    test(`A-14 after signing in nobody is sent to ${next}`, async ({ site }) => {
      const body = new URLSearchParams({ email: 'somebody@example.org', next }).toString();
      const answer = await post(site.url, '/sign-in/request', body, { ...form, Origin: site.url });
      expect(answer).toMatchObject({ status: 303, location: '/sign-in/code' });
    });
  }

  test('a page is never the answer to a form: a good one and a bad one are both redirected', async ({
    site,
  }) => {
    for (const email of ['somebody@example.org', 'nonsense']) {
      const answer = await post(site.url, '/sign-in/request', `email=${encodeURIComponent(email)}`, {
        ...form,
        Origin: site.url,
      });
      expect(answer.status).toBe(303);
      expect(answer.body).toBe('');
    }
  });

  test('next-auth’s own endpoints are closed to the outside', async ({ request }) => {
    for (const path of [
      'signin',
      'signin/email',
      'callback/email',
      'session',
      'csrf',
      'providers',
      'signout',
    ]) {
      expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
      expect((await request.post(`/api/auth/${path}`, { form: {} })).status(), path).toBe(404);
    }
  });
});

type Answer = { status: number; location: string | undefined; body: string; cookies: string[] };

/** Posts exactly these headers, which a browser or `fetch` would not send. */
function post(
  site: string,
  path: string,
  body: string,
  headers: Record<string, string>,
  how?: 'in pieces',
): Promise<Answer> {
  const length = how ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      new URL(path, site),
      { method: 'POST', headers: { ...headers, ...length } },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location,
            body: text,
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
      },
    );
    // A server that has refused may close while the rest is still being sent.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      ['EPIPE', 'ECONNRESET'].includes(error.code ?? '') ? undefined : reject(error),
    );
    sent.end(body);
  });
}
