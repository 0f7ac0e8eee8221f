// Somebody asks for a code: the answer is the same whether we know the address or not.
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, notice, signInRequest } from '@/db/schema';
import { isOpen } from '@/lib/clinic/is-open';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { emailIndex, normaliseEmail } from '@/lib/vault/indexes';
import { CLINIC, sealFor } from '@/lib/vault/keys';
import { withinLimit } from './limits';
import { mailShare } from './mail-share';
import { CODE_MINUTES, CODE_TRIES, hashOfSecret, newSecret } from './sign-in-secrets';

/**
 * Makes a request and queues its mail; ends the one this browser made before, and nobody else's. `browser` = the secret
 * in its cookie, if it has one. Returns the new secret for the cookie: only that browser can finish. Refused:
 * `too-many` (from this network). Over the limits of one address (`mailShare`) nothing is mailed, no code fits, and the
 * answer doesn't show it. The same for an address without an account while the practice takes nobody new.
 */
export async function requestSignIn(given: { email: string; ip: string; browser?: string }) {
  const email = normaliseEmail(given.email);
  const index = emailIndex(email);
  const before = given.browser ? hashOfSecret(given.browser) : null;
  const browser = newSecret();
  const asked = await as({ kind: 'bearer', secret: index }, async (tx) => {
    if (!(await withinLimit(tx, 'sign-in.network', given.ip)))
      return { ok: false, reason: 'too-many' } as const;
    const share = await mailShare(tx, index, given.ip);
    const goesOn = share === 'own-used' && before && (await carryOn(tx, index, before, browser));
    if (!goesOn) {
      const mailed = share === 'within' && (await mayComeIn(tx, index));
      await makeRequest(tx, { email, index, browser, mailed });
    }
    return { ok: true, browser } as const;
  });
  if (asked.ok && before) await endRequest(before);
  return asked;
}

/** Whoever has an account always may; anybody else once the practice is open. As the bearer of the index. */
async function mayComeIn(tx: Tx, index: string): Promise<boolean> {
  if (await isOpen(tx)) return true;
  const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.emailIndex, index));
  return known !== undefined;
}

async function makeRequest(
  tx: Tx,
  { email, index, browser, mailed }: { email: string; index: string; browser: string; mailed: boolean },
) {
  const id = newId();
  const now = clock.now();
  await tx.insert(signInRequest).values({
    id,
    emailIndex: index,
    email: await sealFor(tx, CLINIC, { table: 'sign_in_request', column: 'email', row: id }, email),
    browserHash: hashOfSecret(browser),
    mailed,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
  });
  if (!mailed) return;
  const noticeId = newId();
  await tx.insert(notice).values({ id: noticeId, kind: 'sign-in', aboutId: id, createdAt: now });
  await enqueue(tx, { name: 'notice.send', data: { noticeId } });
}

/**
 * Whoever asks again and again because the mail is slow keeps the last one: it is good once it comes. True when there
 * was one. Not told by whether that one was mailed, which may depend on whether the address is known.
 */
async function carryOn(tx: Tx, index: string, before: string, browser: string): Promise<boolean> {
  const carried = await tx
    .update(signInRequest)
    .set({ browserHash: hashOfSecret(browser) })
    .where(
      and(
        eq(signInRequest.emailIndex, index),
        eq(signInRequest.browserHash, before),
        isNull(signInRequest.endedAt),
        gt(signInRequest.expiresAt, clock.now()),
        lt(signInRequest.tries, CODE_TRIES),
      ),
    )
    .returning({ id: signInRequest.id });
  return carried.length > 0;
}

/** By the browser's own secret, whatever the address was. */
async function endRequest(browserHash: string) {
  await as({ kind: 'bearer', secret: browserHash }, (tx) =>
    tx
      .update(signInRequest)
      .set({ endedAt: clock.now() })
      .where(and(eq(signInRequest.browserHash, browserHash), isNull(signInRequest.endedAt))),
  );
}
