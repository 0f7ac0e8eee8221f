// What a visitor keeps is sealed under a key that follows from the secret in their cookie: neither a dump nor our own keys open it.
import { hkdfSync } from 'node:crypto';
import type { Actor } from '@/db/client';
import { hashOfSecret } from '@/lib/accounts/sign-in-secrets';
import { openWith, sealWith } from '@/lib/vault/seal';

export type Visitor = {
  actor: Actor & { kind: 'bearer' };
  /** What the rows are found by. */
  hash: string;
  seal: (about: string, content: object) => string;
  /** Throws `Unreadable`. */
  open: (about: string, sealed: string) => unknown;
};

/** `secret`: 256 bits from the browser's cookie. The hash that is stored gives neither it nor the key back. */
export function visitorWith(secret: string): Visitor {
  const hash = hashOfSecret(secret);
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'visitor-reflection', 32));
  const place = (about: string) => ({
    table: 'visitor_reflection',
    column: 'content',
    row: `${hash}/${about}`,
  });
  return {
    actor: { kind: 'bearer', secret: hash },
    hash,
    seal: (about, content) => sealWith(key, 'v1', place(about), JSON.stringify(content)),
    open: (about, sealed) => JSON.parse(openWith(key, place(about), sealed)),
  };
}
