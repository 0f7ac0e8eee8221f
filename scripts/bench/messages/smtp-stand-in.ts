// A mail server on this machine that takes in whatever it is given, as often as it is given it.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Received = { to: string[]; messageId: string; raw: string };

type Ways = {
  /** The answer to each recipient, where it is no. */
  refuse?: { responseCode: number };
};

/** `taken` may do something between taking a mail in and saying so, such as ending the worker that waits for it. */
export async function openSmtpStandIn(taken: () => void | Promise<void> = () => {}, { refuse }: Ways = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, answer) =>
      answer(refuse && Object.assign(new Error(`<${address}> is unknown here`), refuse)),
    onData(stream, { envelope }, answer) {
      const parts: Buffer[] = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', async () => {
        const raw = Buffer.concat(parts).toString();
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ to, messageId: /^Message-ID: <([^>]*)>/im.exec(raw)?.[1] ?? '', raw });
        await taken();
        answer();
      });
    },
  });
  // Whoever was killed hangs up in the middle.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}
