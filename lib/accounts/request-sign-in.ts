// Somebody asks for a code: the answer is the same whether we know the address or not.
import { and, eq, isNull } from 'drizzle-orm';
import { as } from '@/db/client';
import { notice, signInRequest } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { CLINIC, sealFor } from '@/lib/vault/keys';
import { withinLimit } from './limits';
import { CODE_MINUTES, hashOfSecret, newSecret } from './sign-in-secrets';

/**
 * Makes a request and queues its mail; ends older requests of the same address. Returns the secret to put into the
 * browser's cookie: only that browser can finish. Refused: `too-many` (from this network). Over the limit of one
 * address nothing is mailed, and the answer doesn't show it.
 */
export async function requestSignIn(given: { email: string; ip: string }) {
  const email = normaliseEmail(given.email);
  const index = emailIndex(email);
  const browser = newSecret();
  const now = clock.now();
  return as({ kind: 'bearer', secret: index }, async (tx) => {
    if (!(await withinLimit(tx, 'sign-in.network', given.ip)))
      return { ok: false, reason: 'too-many' } as const;
    const mayMail = await withinLimit(tx, 'sign-in.address', index);
    await tx
      .update(signInRequest)
      .set({ endedAt: now })
      .where(and(eq(signInRequest.emailIndex, index), isNull(signInRequest.endedAt)));
    const id = newId();
    await tx.insert(signInRequest).values({
      id,
      emailIndex: index,
      email: await sealFor(tx, CLINIC, { table: 'sign_in_request', column: 'email', row: id }, email),
      browserHash: hashOfSecret(browser),
      createdAt: now,
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    });
    if (mayMail) {
      const noticeId = newId();
      await tx.insert(notice).values({ id: noticeId, kind: 'sign-in', aboutId: id, createdAt: now });
      await enqueue(tx, { name: 'notice.send', data: { noticeId } });
    }
    return { ok: true, browser } as const;
  });
}
