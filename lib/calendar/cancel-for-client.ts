// Staff cancel an appointment, however near it is; the client is told, and why, if staff wish to say it.
import { as } from '@/db/client';
import { clock } from '@/lib/env/clock';
import type { Staff } from '@/lib/review/submission-by-reference';
import { type MessageFault, messageIn, putMessage } from '@/lib/review/write-message';
import { cancelBooked } from '@/lib/scheduling/cancel-booked';
import { despiteDeadlock } from '@/lib/scheduling/despite-deadlock';
import { holdAppointment } from './appointment-by-reference';
import { maySchedule } from './may-schedule';
import { type NotToSchedule, whyNotToSchedule } from './why-not-to-schedule';

export type CancelRefusal = NotToSchedule | 'unknown' | 'changed' | 'begun' | MessageFault;

export type Cancelling = {
  reference: string;
  /** As it stood on the page: what was changed since is looked at again before it is cancelled. */
  sequence: number;
  /** Put at the client's home on the site, where alone it can be read; '' for no word. */
  why: string;
  formToken: string;
};

/**
 * Cancelling twice is cancelling once. Refused: `changed` (moved, or marked, meanwhile), `begun` (then it is marked
 * instead), `not-on-the-case` and `only-opened` (`whyNotToSchedule`), and what is wrong with the words.
 */
export async function cancelForClient(
  actor: Staff,
  { reference, sequence, why, formToken }: Cancelling,
): Promise<{ ok: true } | { ok: false; reason: CancelRefusal }> {
  if (!maySchedule(actor)) return { ok: false, reason: 'not-allowed' };
  const message = why.trim() === '' ? null : messageIn(why);
  if (message && !message.ok) return message;
  return despiteDeadlock(() =>
    as(actor, async (tx) => {
      const found = await holdAppointment(tx, reference);
      if (!found) return { ok: false, reason: 'unknown' };
      if (found.status === 'cancelled') return { ok: true };
      const notTheirs = await whyNotToSchedule(tx, actor, found);
      if (notTheirs) return { ok: false, reason: notTheirs };
      if (found.status !== 'booked' || found.sequence !== sequence) return { ok: false, reason: 'changed' };
      if (found.startsAt <= clock.now()) return { ok: false, reason: 'begun' };
      await cancelBooked(tx, found);
      if (message) await putMessage(tx, actor, { ...message, clientId: found.clientId, formToken });
      return { ok: true };
    }),
  );
}
