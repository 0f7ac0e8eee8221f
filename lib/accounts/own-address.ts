// What a client sees of their own address: what it is, and what is under way to change it.
import { type Actor, as } from '@/db/client';
import { newAddressOf, openChangeOf } from './address-change';
import { emailOfAccount } from './prove-sign-in';
import { CODE_TRIES } from './sign-in-secrets';

type Client = Actor & { kind: 'client' };

/** `recovery`: whether front desk has a change under way. */
export async function ownAddress(actor: Client): Promise<{ email: string; recovery: boolean }> {
  return as(actor, async (tx) => ({
    email: await emailOfAccount(tx, actor.id),
    recovery: (await openChangeOf(tx, actor.id, 'recovery')) !== null,
  }));
}

/** The new address a code was asked for, while one can still be typed; null otherwise. */
export async function addressAwaitingCode(actor: Client): Promise<string | null> {
  return as(actor, async (tx) => {
    const change = await openChangeOf(tx, actor.id, 'self');
    return change && change.tries < CODE_TRIES ? newAddressOf(tx, change) : null;
  });
}
