// Whether this client hears of their appointments by mail: a page promises none to whoever wants none.
import { type Actor, as } from '@/db/client';
import { mailPermissions } from './may-mail';

export const isToldOfAppointments = (actor: Extract<Actor, { kind: 'client' }>): Promise<boolean> =>
  as(actor, async (tx) => (await mailPermissions(tx, actor.id)).appointments);
