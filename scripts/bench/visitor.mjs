// Somebody who uses the site without a browser: remembers cookies, posts forms, reads their code in the demo's mailbox.
import { setTimeout as pause } from 'node:timers/promises';

/** `url` is the site's address. */
export function visitorOf(url) {
  const jar = new Map();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(path, init = {}) {
    const answer = await fetch(url + path, {
      ...init,
      redirect: 'manual',
      headers: { Cookie: cookie(), Origin: url, Accept: 'text/html', ...init.headers },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/) ?? [];
      if (name) jar.set(name, value);
    }
    return answer;
  }

  /** Posts a form; throws when it isn't taken. Returns where it leads. */
  async function post(path, fields = {}) {
    const answer = await ask(path, { method: 'POST', body: new URLSearchParams(fields) });
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}.`);
    return answer.headers.get('location') ?? '';
  }

  async function codeFor(email, since) {
    for (const until = Date.now() + 20_000; Date.now() < until; await pause(200)) {
      const answer = await fetch(`${url}/mailbox`, { headers: { Accept: 'application/json' } });
      const mail = (await answer.json()).find(
        ({ to, sentAt }) => to === email && Date.parse(sentAt) >= since,
      );
      const code = mail?.text.match(/\b\d{8}\b/)?.[0];
      if (code) return code;
    }
    throw new Error(`No code came to ${email}.`);
  }

  return {
    cookie,
    post,
    /** Signs in as a client with that address. */
    async signIn(email) {
      const since = Date.now() - 1000;
      await post('/sign-in/request', { email });
      const to = await post('/sign-in/verify', { code: await codeFor(email, since) });
      if (to.startsWith('/sign-in')) throw new Error(`${email} could not sign in: led to ${to}.`);
    },
    /** Where a page leads, or null when it is shown itself. */
    async leadsTo(path) {
      const answer = await ask(path);
      return answer.status === 200 ? null : (answer.headers.get('location') ?? `status ${answer.status}`);
    },
  };
}
