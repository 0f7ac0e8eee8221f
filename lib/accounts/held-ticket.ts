// Between the code and the session something more may have to be shown: the ticket waits for that, in this browser, for ten minutes.
import { and, eq, gt } from 'drizzle-orm';
import { as } from '@/db/client';
import { signInRequest } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { CLINIC, openFor } from '@/lib/vault/keys';
import { hashOfTicket } from './sign-in-secrets';

/** Minutes a ticket is held. */
export const HELD_MINUTES = 10;

const unspent = (hash: string) =>
  and(eq(signInRequest.ticketHash, hash), gt(signInRequest.ticketExpiresAt, clock.now()));

/** Holds a ticket that was just given; one that is spent or run out stays so. */
export async function holdTicket(ticket: string) {
  const hash = hashOfTicket(ticket);
  const until = new Date(clock.now().getTime() + HELD_MINUTES * 60_000);
  await as({ kind: 'bearer', secret: hash }, (tx) =>
    tx.update(signInRequest).set({ ticketExpiresAt: until }).where(unspent(hash)),
  );
}

/** Whose address an unspent ticket proves, and how it was proved; null when there is no such ticket any more. */
export async function heldProof(
  ticket: string | undefined,
): Promise<{ ticket: string; email: string; by: 'code' | 'link' } | null> {
  if (!ticket) return null;
  const hash = hashOfTicket(ticket);
  return as({ kind: 'bearer', secret: hash }, async (tx) => {
    const [request] = await tx.select().from(signInRequest).where(unspent(hash));
    if (!request?.provedBy) return null;
    const place = { table: 'sign_in_request', column: 'email', row: request.id };
    return { ticket, email: await openFor(tx, CLINIC, place, request.email), by: request.provedBy };
  });
}
