// A stand-in for Resend on this machine: it takes mail in as Resend does, once for a key, and fails in every way a provider can.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  key: string;
  /** The how-manieth request it is, from 1; and of this key. */
  nth: number;
  ofKey: number;
  at: number;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
};

/**
 * `take`: accepted. `take-and-close`: accepted, and the connection breaks before the answer. `close`: it breaks before
 * that. `hang`: no answer ever comes. Else an answer that is a refusal.
 */
export type Behaviour =
  | 'take'
  | 'take-and-close'
  | 'close'
  | 'hang'
  | { status: number; name?: string; headers?: Record<string, string> };

export type Taken = { id: string; key: string; body: Record<string, unknown> };

export type StandIn = {
  url: string;
  /** Every request, in the order in which they came. */
  asked: Asked[];
  /** What people would have in their inboxes: a mail that was taken in twice stands here twice. */
  taken: Taken[];
  close: () => Promise<void>;
};

/** `behave` may do something first, such as ending the worker that asks. */
export async function openResendStandIn(
  behave: (asked: Asked) => Behaviour | Promise<Behaviour> = () => 'take',
): Promise<StandIn> {
  const asked: Asked[] = [];
  const taken: Taken[] = [];

  /** As Resend: the same key again gives the same answer, in other words it is refused; without a key each is a new mail. */
  const take = ({ key, body }: Asked): { id: string } | null => {
    const before = key ? taken.find((each) => each.key === key) : undefined;
    if (before) return JSON.stringify(before.body) === JSON.stringify(body) ? { id: before.id } : null;
    const id = `taken-${taken.length + 1}`;
    taken.push({ id, key, body });
    return { id };
  };

  const answer = async (request: Asked, response: ServerResponse) => {
    const behaviour = await behave(request);
    if (behaviour === 'hang') return;
    if (behaviour === 'close') return response.destroy();
    if (typeof behaviour === 'object') {
      const { status, name = 'application_error', headers = {} } = behaviour;
      return reply(
        response,
        status,
        { name, statusCode: status, message: `no to ${request.body.to}` },
        headers,
      );
    }
    const accepted = take(request);
    if (behaviour === 'take-and-close') return response.destroy();
    if (accepted) return reply(response, 200, accepted);
    return reply(response, 409, { name: 'invalid_idempotent_request', statusCode: 409, message: '' });
  };

  const server = createServer(async (incoming, response) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const key = String(incoming.headers['idempotency-key'] ?? '');
    const request: Asked = {
      key,
      nth: asked.length + 1,
      ofKey: asked.filter((each) => each.key === key).length + 1,
      at: Date.now(),
      headers: incoming.headers,
      body: JSON.parse(Buffer.concat(parts).toString()),
    };
    asked.push(request);
    await answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
