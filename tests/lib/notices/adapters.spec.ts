// Each way of sending takes a mail whole, under a key that stays the same, and says so in plain words when it can't.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { expect, test } from '@playwright/test';
import { resendPort } from '@/lib/notices/adapters/resend';
import { smtpPort } from '@/lib/notices/adapters/smtp';
import { mailPort } from '@/lib/notices/mail-port';
import type { Mail } from '@/lib/notices/port';

const from = 'Made-up Practice <hello@made-up.example>';
const mail: Mail = {
  id: '01900000-0000-7000-8000-0000000000aa',
  to: 'marked@example.org',
  subject: 'Your sign-in code',
  text: 'Your code is\n\n01234567\n',
  html: '<p>Your code is 01234567</p>',
  idempotencyKey: '01900000-0000-7000-8000-0000000000aa',
};

type Answer = { status: number; body: object };
type Taken = { headers: IncomingHttpHeaders; body: Record<string, unknown> };

/** Answers as Resend would, one answer after the other, and keeps what it was sent. */
async function withResend(answers: Answer[], use: (url: string, taken: Taken[]) => Promise<void>) {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    taken.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) });
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken);
  } finally {
    server.close();
  }
}

test('Resend gets one recipient, both texts, and the same key at each try', async () => {
  const answers = [
    {
      status: 429,
      body: { name: 'rate_limit_exceeded', statusCode: 429, message: 'too fast for marked@example.org' },
    },
    { status: 200, body: { id: 'taken-1' } },
  ];
  await withResend(answers, async (url, taken) => {
    const port = resendPort({ key: 're_made_up', url, from });
    const refusal = await port.send(mail).catch((error: Error) => error);
    expect(refusal).toMatchObject({ name: 'NotSent', message: 'Resend answered 429 rate_limit_exceeded' });
    expect(await port.send(mail)).toEqual({ providerId: 'taken-1' });
    expect(taken.map(({ headers }) => headers['idempotency-key'])).toEqual([
      mail.idempotencyKey,
      mail.idempotencyKey,
    ]);
    const { to, subject, text, html } = mail;
    expect(taken[1]?.body).toMatchObject({ from, to: [to], subject, text, html });
  });
});

test('when Resend has the mail already, in other words, it counts as sent', async () => {
  const answers = [
    { status: 409, body: { name: 'invalid_idempotent_request', statusCode: 409, message: '' } },
  ];
  await withResend(answers, async (url) => {
    expect(await resendPort({ key: 're_made_up', url, from }).send(mail)).toEqual({ providerId: null });
  });
});

test('when Resend is away, the mail counts as not sent', async () => {
  const port = resendPort({ key: 're_made_up', url: 'http://127.0.0.1:9', from });
  await expect(port.send(mail)).rejects.toThrow('Resend answered nothing application_error');
});

/** A mail server that speaks as much as it must; `refuse` names the command it says no to. */
async function withMailServer(refuse: string | null, use: (url: string, said: string[]) => Promise<void>) {
  const said: string[] = [];
  const talk = (socket: Socket) => {
    let body = false;
    socket.write('220 made up\r\n');
    socket.on('data', (chunk) => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        said.push(line);
        if (body && line !== '.') continue;
        if (refuse && line.startsWith(refuse)) socket.write('550 <marked@example.org> is unknown here\r\n');
        else if (line === 'DATA') socket.write('354 go on\r\n');
        else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
        body = line === 'DATA';
      }
    });
    socket.on('error', () => {});
  };
  const server = createSocketServer(talk);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    await use(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, said);
  } finally {
    server.close();
  }
}

test('a mail server gets one recipient, and the same Message-ID at each try', async () => {
  await withMailServer(null, async (url, said) => {
    const port = smtpPort({ url, from });
    await port.send(mail);
    await port.send(mail);
    expect(said.filter((line) => line.startsWith('RCPT TO:'))).toEqual(
      Array(2).fill('RCPT TO:<marked@example.org>'),
    );
    expect(said.filter((line) => line.startsWith('Message-ID:'))).toEqual(
      Array(2).fill(`Message-ID: <${mail.idempotencyKey}@made-up.example>`),
    );
    expect(said).toContain('Subject: Your sign-in code');
  });
});

test('a mail server that refuses is quoted without the address', async () => {
  await withMailServer('RCPT', async (url) => {
    await expect(smtpPort({ url, from }).send(mail)).rejects.toThrow(
      /^the mail server answered 550 EENVELOPE$/,
    );
  });
});

test('the settings choose the way, and contradictions are named in a sentence', async () => {
  const none = {
    resendKey: undefined,
    resendUrl: undefined,
    smtpUrl: undefined,
    from: 'Harbour Practice <hello@localhost>',
  };
  const choice = (mail: object, mailboxOpen = false) => mailPort({ mail: { ...none, ...mail }, mailboxOpen });
  expect(choice({}, true).name).toBe('mailbox');
  expect(choice({ resendKey: 're_x', from }, true).name).toBe('resend');
  expect(choice({ smtpUrl: 'smtps://mail.example', from }).name).toBe('smtp');
  expect(() => choice({ resendKey: 're_x', smtpUrl: 'smtps://mail.example', from })).toThrow(/both set/);
  expect(() => choice({ resendKey: 're_x' })).toThrow(/MAIL_FROM must be the address/);
  expect(() => choice({ resendKey: 're_x', from: 'Bay Sex Therapy <a@b.example>' })).toThrow(/neutral name/);
  await expect(choice({}).send(mail)).rejects.toThrow(/set RESEND_API_KEY or SMTP_URL/);
});
