// Somebody types the code, or presses the button behind the link, in the browser that asked: right, it gives one ticket, once.
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { account, signInRequest } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { CLINIC, openFor } from '@/lib/vault/keys';
import { withinLimit } from './limits';
import {
  CODE_TRIES,
  codeOf,
  hashOfSecret,
  hashOfTicket,
  linkTokenOf,
  newSecret,
  sameSecret,
} from './sign-in-secrets';

export type Proof = { by: 'code' | 'link'; secret: string };

/** The request this browser made and may still finish, or null. */
export async function openRequest(browser: string | undefined) {
  if (!browser) return null;
  const hash = hashOfSecret(browser);
  return as({ kind: 'bearer', secret: hash }, async (tx) => {
    const [request] = await tx.select().from(signInRequest).where(stillOpen(hash));
    if (!request) return null;
    return { id: request.id, email: await emailOf(tx, request), triesLeft: CODE_TRIES - request.tries };
  });
}

/**
 * Checks a proof and counts the try. Right, it ends the request and returns a ticket good for 30 seconds.
 * Refused: `gone` (expired, used, replaced or five wrong tries), `wrong`, `too-many` (from this network).
 */
export async function proveSignIn(given: { browser: string | undefined; proof: Proof; ip: string }) {
  const hash = hashOfSecret(given.browser ?? '');
  return as({ kind: 'bearer', secret: hash }, async (tx) => {
    if (!(await withinLimit(tx, 'code.network', given.ip))) return { ok: false, reason: 'too-many' } as const;
    // The update locks the row: of a hundred at once, one is first and the others find it ended.
    const [request] = await tx
      .update(signInRequest)
      .set({ tries: sql`${signInRequest.tries} + 1` })
      .where(stillOpen(hash))
      .returning();
    if (!request) return { ok: false, reason: 'gone' } as const;
    const right = given.proof.by === 'code' ? codeOf(request.id) : linkTokenOf(request.id);
    if (!sameSecret(right, given.proof.secret) || !request.mailed) {
      return { ok: false, reason: request.tries >= CODE_TRIES ? 'gone' : 'wrong' } as const;
    }
    const ticket = newSecret();
    const now = clock.now();
    await tx
      .update(signInRequest)
      .set({
        endedAt: now,
        ticketHash: hashOfTicket(ticket),
        ticketExpiresAt: new Date(now.getTime() + 30_000),
        provedBy: given.proof.by,
      })
      .where(eq(signInRequest.id, request.id));
    return { ok: true, ticket, email: await emailOf(tx, request) } as const;
  });
}

const stillOpen = (browserHash: string) =>
  and(
    eq(signInRequest.browserHash, browserHash),
    isNull(signInRequest.endedAt),
    gt(signInRequest.expiresAt, clock.now()),
    lt(signInRequest.tries, CODE_TRIES),
  );

const emailOf = (tx: Tx, request: { id: string; email: string }) =>
  openFor(tx, CLINIC, { table: 'sign_in_request', column: 'email', row: request.id }, request.email);

/** An account's own address, opened. */
export async function emailOfAccount(tx: Tx, accountId: string): Promise<string> {
  const [row] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId));
  if (!row) throw new Error(`no account ${accountId}`);
  return openFor(tx, accountId, { table: 'account', column: 'email', row: accountId }, row.email);
}
