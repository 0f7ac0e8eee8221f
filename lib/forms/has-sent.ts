// Whether a client's forms are with us: then no page says that there are some to fill in.
import { type Actor, as } from '@/db/client';
import { isSent } from './lock-intake';
import { newestIntake } from './open-intake';

export async function hasSent(actor: Actor & { kind: 'client' }): Promise<boolean> {
  const intake = await as(actor, (tx) => newestIntake(tx, actor.id));
  return intake !== null && isSent(intake);
}
