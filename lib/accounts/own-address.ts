// What a client sees of their own address: what it is, and what is under way to change it.
import { type Actor, as } from '@/db/client';
import { keepsAddress, newAddressOf, openChangeOf } from './address-change';
import { emailOfAccount } from './prove-sign-in';
import { CODE_TRIES } from './sign-in-secrets';

type Client = Actor & { kind: 'client' };

/** What front desk has under way: another `address`, or that the second key is taken away. */
export type Underway = 'address' | 'reset';

/** `recovery`: what front desk has under way; null when nothing is. */
export async function ownAddress(actor: Client): Promise<{ email: string; recovery: Underway | null }> {
  return as(actor, async (tx) => {
    const open = await openChangeOf(tx, actor.id, 'recovery');
    return {
      email: await emailOfAccount(tx, actor.id),
      recovery: open && (keepsAddress(open) ? 'reset' : 'address'),
    };
  });
}

/** The new address a code was asked for, while one can still be typed; null otherwise. */
export async function addressAwaitingCode(actor: Client): Promise<string | null> {
  return as(actor, async (tx) => {
    const change = await openChangeOf(tx, actor.id, 'self');
    return change && change.tries < CODE_TRIES ? newAddressOf(tx, change) : null;
  });
}
