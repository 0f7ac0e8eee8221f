// Somebody at the other end of a wire that stays open: posts a form or asks for a page, and says what the answer was.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Answers with `{ status, to }` when the whole answer is there. `form`: posted; without it the page is asked for. */
export function ask(url, { cookie = '', form } = {}) {
  const body = form && new URLSearchParams(form).toString();
  return new Promise((answer, fail) => {
    const asked = request(
      url,
      {
        agent,
        method: form ? 'POST' : 'GET',
        headers: {
          Accept: 'text/html',
          Cookie: cookie,
          ...(body && {
            Origin: new URL(url).origin,
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': Buffer.byteLength(body),
          }),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          answer({ status: response.statusCode, to: response.headers.location ?? '' }),
        );
      },
    );
    asked.once('error', fail);
    asked.end(body);
  });
}

export const hangUp = () => agent.destroy();
