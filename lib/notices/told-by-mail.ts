// Whether a client hears of their appointments by mail: a page promises none to whoever wants none, and staff know whom to reach another way.

import { type Actor, as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { appointment } from '@/db/schema';
import { mailPermissions } from './may-mail';

export const isToldOfAppointments = (actor: Extract<Actor, { kind: 'client' }>): Promise<boolean> =>
  as(actor, async (tx) => (await mailPermissions(tx, actor.id)).appointments);

/** Which of these appointments' clients do, by the appointment's reference. */
export const toldByMail = (
  actor: Extract<Actor, { kind: 'staff' }>,
  references: readonly string[],
): Promise<Set<string>> =>
  as(actor, async (tx) => {
    const rows = await tx
      .select({ reference: appointment.reference, clientId: appointment.clientId })
      .from(appointment)
      .where(oneOf(appointment.reference, references));
    const told = new Set<string>();
    for (const { reference, clientId } of rows)
      if ((await mailPermissions(tx, clientId)).appointments) told.add(reference);
    return told;
  });
