// Each way of sending takes a mail whole, under a key that stays the same, and says so in plain words when it can't.
import { expect, test } from '@playwright/test';
import { resendPort } from '@/lib/notices/adapters/resend';
import { smtpPort } from '@/lib/notices/adapters/smtp';
import { assertDeliverable } from '@/lib/notices/deliverable';
import { mailPort } from '@/lib/notices/mail-port';
import { type Mail, type MailPort, PATIENCE } from '@/lib/notices/port';
import { type Behaviour, openResendStandIn, type StandIn } from '@/scripts/bench/messages/resend-stand-in';
import { openSmtpStandIn, type Received } from '@/scripts/bench/messages/smtp-stand-in';

const from = 'Made-up Practice <hello@made-up.example>';
const mail: Mail = {
  id: '01900000-0000-7000-8000-0000000000aa',
  to: 'marked@example.org',
  subject: 'Your sign-in code',
  text: 'Your code is\n\n01234567\n',
  html: '<p>Your code is 01234567</p>',
  idempotencyKey: '01900000-0000-7000-8000-0000000000aa',
};

/** A port on a stand-in that behaves one way after the other, then takes. */
async function withResend(ways: Behaviour[], use: (port: MailPort, provider: StandIn) => Promise<void>) {
  const provider = await openResendStandIn(() => ways.shift() ?? 'take');
  try {
    await use(resendPort({ key: 're_made_up', url: provider.url, from }), provider);
  } finally {
    await provider.close();
  }
}

const refusalOf = (port: MailPort) => port.send(mail).catch((error: unknown) => error);

test('Resend gets one recipient, both texts, and the same key at each try', async () => {
  await withResend([{ status: 429, name: 'rate_limit_exceeded' }], async (port, { asked }) => {
    expect(await refusalOf(port)).toMatchObject({
      name: 'NotSent',
      message: 'Resend answered 429 rate_limit_exceeded',
    });
    expect(await port.send(mail)).toEqual({ providerId: 'taken-1' });
    expect(asked.map(({ headers }) => headers['idempotency-key'])).toEqual([
      mail.idempotencyKey,
      mail.idempotencyKey,
    ]);
    const { to, subject, text, html } = mail;
    expect(asked[1]?.body).toMatchObject({ from, to: [to], subject, text, html });
    expect(Object.keys(asked[1]?.body ?? {}).filter((field) => /cc|reply|headers/.test(field))).toEqual([]);
  });
});

test('what Resend answers is told apart: refused for certain, for good, or perhaps taken; and when to come again', async () => {
  const ways: [Behaviour, object][] = [
    [
      { status: 429, headers: { 'Retry-After': '7' } },
      { refused: true, final: false, retryAfter: 7_000 },
    ],
    [{ status: 401 }, { refused: true, final: false, retryAfter: 0 }],
    [
      { status: 422, name: 'validation_error' },
      { refused: true, final: true },
    ],
    [{ status: 500 }, { refused: false, final: false }],
    [
      { status: 409, name: 'concurrent_idempotent_requests' },
      { refused: false, final: false },
    ],
    ['close', { refused: false, final: false }],
    ['take-and-close', { refused: false, final: false }],
  ];
  for (const [way, how] of ways) {
    await withResend([way], async (port, { taken }) => {
      const refusal = await refusalOf(port);
      expect(refusal, JSON.stringify(way)).toMatchObject({ name: 'NotSent', how });
      expect(String(refusal)).not.toContain('marked@');
      await port.send(mail);
      expect(taken, 'and then it is there once').toHaveLength(1);
    });
  }
});

test('a provider that never answers is waited for eight seconds, no more', async () => {
  await withResend(['hang'], async (port) => {
    const began = Date.now();
    expect(await refusalOf(port)).toMatchObject({ how: { refused: false } });
    expect(Date.now() - began).toBeLessThan(PATIENCE + 4_000);
  });
});

test('when Resend has the mail already, in other words, it counts as sent', async () => {
  await withResend([], async (port) => {
    await port.send(mail);
    expect(await port.send({ ...mail, text: 'other words' })).toEqual({ providerId: null });
  });
});

test('when Resend is away, the mail counts as not sent', async () => {
  const port = resendPort({ key: 're_made_up', url: 'http://127.0.0.1:9', from });
  await expect(port.send(mail)).rejects.toThrow('Resend answered nothing application_error');
});

/** A port on a mail server of this machine; `refuse` is its answer to each recipient. */
async function withMailServer(
  refuse: { responseCode: number } | undefined,
  use: (port: MailPort, received: Received[]) => Promise<void>,
) {
  const server = await openSmtpStandIn(() => {}, refuse && { refuse });
  try {
    await use(smtpPort({ url: server.url, from }), server.received);
  } finally {
    await server.close();
  }
}

test('a mail server gets one recipient, both texts, and the same Message-ID at each try', async () => {
  await withMailServer(undefined, async (port, received) => {
    await port.send(mail);
    await port.send(mail);
    expect(received.map(({ to }) => to)).toEqual([['marked@example.org'], ['marked@example.org']]);
    for (const { raw } of received) {
      expect(raw).toContain(`Message-ID: <${mail.idempotencyKey}@made-up.example>`);
      expect(raw).toContain('Subject: Your sign-in code');
      expect(raw).toContain('From: "Made-up Practice" <hello@made-up.example>');
      expect(raw).toContain('Content-Type: text/plain');
      expect(raw).toContain('Content-Type: text/html');
      expect(raw).not.toMatch(/^(Cc|Bcc|Reply-To|X-Mailer):/im);
    }
  });
});

test('I-03 no line end in an address or a subject makes a header, or a second recipient', async () => {
  await withMailServer(undefined, async (port, received) => {
    const slipped = [
      { ...mail, subject: 'Hello\r\nBcc: other@example.org' },
      { ...mail, to: 'marked@example.org\r\nRCPT TO:<other@example.org>' },
      { ...mail, to: 'marked@example.org, other@example.org' },
    ];
    for (const each of slipped) {
      expect(() => assertDeliverable(each)).toThrow();
      // Even past that check, nothing is slipped in.
      await port.send(each).catch(() => {});
    }
    expect(received.flatMap(({ to }) => to).filter((to) => to === 'other@example.org')).toEqual([]);
    for (const { raw } of received) expect(raw).not.toMatch(/^Bcc:/im);
  });
});

test('a mail server that refuses is quoted without the address, and for good only where it says so', async () => {
  await withMailServer({ responseCode: 550 }, async (port) => {
    expect(await refusalOf(port)).toMatchObject({
      message: 'the mail server answered 550 EENVELOPE',
      how: { final: true, refused: true },
    });
  });
  await withMailServer({ responseCode: 451 }, async (port) => {
    expect(await refusalOf(port)).toMatchObject({ how: { final: false, refused: true } });
  });
  const away = smtpPort({ url: 'smtp://127.0.0.1:9', from });
  expect(await refusalOf(away)).toMatchObject({ how: { final: false, refused: true } });
});

test('the settings choose the way, and contradictions are named in a sentence', async () => {
  const none = {
    resendKey: undefined,
    resendUrl: undefined,
    smtpUrl: undefined,
    webhookSecret: undefined,
    from: 'Harbour Practice <hello@localhost>',
  };
  const choice = (mail: object, mailboxOpen = false) => mailPort({ mail: { ...none, ...mail }, mailboxOpen });
  expect(choice({}, true).name).toBe('mailbox');
  expect(choice({ resendKey: 're_x', from }, true).name).toBe('resend');
  expect(choice({ smtpUrl: 'smtps://mail.example', from }).name).toBe('smtp');
  expect(() => choice({ resendKey: 're_x', smtpUrl: 'smtps://mail.example', from })).toThrow(/both set/);
  expect(() => choice({ resendUrl: 'http://127.0.0.1:1' })).toThrow(/RESEND_API_KEY is not: set it too/);
  expect(() => choice({ webhookSecret: 'whsec_x' })).toThrow(
    /^RESEND_WEBHOOK_SECRET is set and RESEND_API_KEY is not/,
  );
  expect(() => choice({ resendKey: 're_x' })).toThrow(/MAIL_FROM must be the address/);
  expect(() => choice({ resendKey: 're_x', from: 'Bay Sex Therapy <a@b.example>' })).toThrow(/neutral name/);
  await expect(choice({}).send(mail)).rejects.toThrow(/set RESEND_API_KEY or SMTP_URL/);
});
