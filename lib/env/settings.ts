// The settings this clinic runs with, checked once when the app starts; a wrong one stops it with a sentence that says what to do.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { z } from 'zod';

const secret32 = (name: string, how: string) =>
  z
    .string({ error: `${name} is missing. ${how}` })
    .refine(
      (value) => Buffer.from(value, 'base64').length === 32,
      `${name} must be 32 bytes in base64. ${how}`,
    )
    .transform((value) => Buffer.from(value, 'base64'));

const onOff = (whenAbsent: boolean) =>
  z
    .enum(['on', 'off', '1', '0'], { error: 'must be on or off' })
    .optional()
    .transform((value) => (value === undefined ? whenAbsent : value === 'on' || value === '1'));

const makeOne = 'Make one with: openssl rand -base64 32';

const shape = z.object({
  PUBLIC_URL: z
    .url('PUBLIC_URL must be the address people use, such as https://intake.example.org')
    .transform((value) => new URL(value))
    .refine(
      (url) => url.pathname === '/' && !url.search,
      'PUBLIC_URL must have no path: https://intake.example.org',
    )
    .refine(
      (url) => url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname),
      'PUBLIC_URL must begin with https:// unless it is on this machine',
    )
    .default(new URL('http://localhost:3000')),
  APP_DATABASE_URL: z.url('APP_DATABASE_URL must be a postgres:// address of the app’s own role'),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  AUTH_SECRET: z
    .string({ error: `AUTH_SECRET is missing. ${makeOne}` })
    .min(32, `AUTH_SECRET must have 32 characters or more. ${makeOne}`),
  MASTER_KEYS: z
    .string({ error: `MASTER_KEYS is missing. Write 1:KEY, where KEY comes from: openssl rand -base64 32` })
    .transform((value, context) => readMasterKeys(value, context)),
  INDEX_KEY: secret32('INDEX_KEY', makeOne),
  SIGNING_KEY: z
    .string({
      error:
        'SIGNING_KEY is missing. Make one with: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0',
    })
    .transform((value, context) => readSigningKey(value, context)),
  DEMO: onOff(true),
  EMBEDDED: onOff(false),
  WORKER: onOff(true),
  FOYER_DATA: z.string().default('.data'),
  CHECKPOINT_FOLDER: z.string().optional(),
  EXIT_URL: z.url('EXIT_URL must be a web address').default('https://www.bbc.co.uk/weather'),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  MAIL_FROM: z.string().default('Harbour Practice <hello@localhost>'),
  RESEND_API_KEY: z
    .string()
    .regex(/^re_\w+$/, 'RESEND_API_KEY must be a key of Resend’s, which begins with re_: copy it from there')
    .optional(),
  RESEND_BASE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'RESEND_BASE_URL must be a web address; leave it out for Resend’s own',
    })
    .optional(),
  RESEND_WEBHOOK_SECRET: z
    .string()
    .regex(
      /^whsec_[\w+/=-]{32,}$/,
      'RESEND_WEBHOOK_SECRET must be the signing secret of the webhook, which begins with whsec_: copy it from Resend',
    )
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      hostname: /./,
      error: 'SMTP_URL must look like smtps://user:password@host:465',
    })
    .optional(),
});

/** Master keys by version; the highest version wraps new keys. Written `1:base64,2:base64`. */
function readMasterKeys(value: string, context: z.RefinementCtx): Map<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const part of value.split(',')) {
    const [version, key] = part.trim().split(':');
    const bytes = Buffer.from(key ?? '', 'base64');
    if (!/^[1-9]\d*$/.test(version ?? '') || bytes.length !== 32) {
      context.addIssue('MASTER_KEYS must be written 1:KEY or 1:KEY,2:KEY, each KEY 32 bytes in base64');
      return z.NEVER;
    }
    keys.set(Number(version), bytes);
  }
  return keys;
}

function readSigningKey(value: string, context: z.RefinementCtx) {
  try {
    const key = createPrivateKey({ key: Buffer.from(value, 'base64'), format: 'der', type: 'pkcs8' });
    if (key.asymmetricKeyType === 'ed25519') return { privateKey: key, publicKey: createPublicKey(key) };
  } catch {
    // said below, in words
  }
  context.addIssue('SIGNING_KEY must be an Ed25519 key (PKCS8, DER, base64)');
  return z.NEVER;
}

/** Reads and checks the settings; throws an Error whose message is one sentence a wrong setting. */
export function readSettings(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const read = shape.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message }) => {
      const name = String(path[0] ?? '');
      return message.includes(name) ? message : `${name}: ${message}`;
    });
    throw new Error(`The settings do not hold. ${wrong.join('. ')}.`);
  }
  const s = read.data;
  const https = s.PUBLIC_URL.protocol === 'https:';
  return {
    publicUrl: s.PUBLIC_URL,
    https,
    databaseUrl: s.APP_DATABASE_URL,
    databaseConnections: s.DATABASE_CONNECTIONS,
    authSecret: s.AUTH_SECRET,
    masterKeys: s.MASTER_KEYS,
    indexKey: s.INDEX_KEY,
    signingKey: s.SIGNING_KEY,
    demo: s.DEMO && s.EMBEDDED,
    worker: s.WORKER,
    dataFolder: s.FOYER_DATA,
    checkpointFolder: s.CHECKPOINT_FOLDER ?? `${s.FOYER_DATA}/checkpoints`,
    exitUrl: s.EXIT_URL,
    trustedProxies: s.TRUSTED_PROXIES,
    mail: {
      from: s.MAIL_FROM,
      resendKey: s.RESEND_API_KEY,
      resendUrl: s.RESEND_BASE_URL,
      smtpUrl: s.SMTP_URL,
      webhookSecret: s.RESEND_WEBHOOK_SECRET,
    },
    /** The local mailbox page exists only with the embedded database and the demo on. */
    mailboxOpen: s.DEMO && s.EMBEDDED,
  } as const;
}

export type Settings = ReturnType<typeof readSettings>;

let read: Settings | undefined;

/** The settings of this process, read at the first use. */
export const settings: Settings = new Proxy({} as Settings, {
  get: (_, name: keyof Settings) => {
    read ??= readSettings(process.env);
    return read[name];
  },
});
