// A job is part of what caused it: it is queued in the same transaction, and carries ids only.
import { driverOf, type Tx } from '@/db/client';
import { sendingBoss } from './boss';

/** Every job there is, and the ids it carries. */
export type Jobs = {
  /** Sends the notice with this id. */
  'notice.send': { noticeId: string };
  /** Deletes what somebody gave whom the clinic cannot take. */
  'submission.forget': { submissionId: string; clientId: string };
  /** Takes back times that were kept too long, and keeps those that came free for whoever waits for them. */
  'waitlist.offer': Record<string, never>;
  /** Looks whether anything is to be told about this appointment. */
  'appointment.remind': { appointmentId: string };
  /** The same of every appointment that is near, and of drafts that near their end. */
  'reminders.sweep': Record<string, never>;
  /** Tells again of the danger sign with this id, if nobody has seen it by then. */
  'flag.escalate': { flagId: string };
  /** The same for whatever was missed, and for what is due before a first session; and whether the practice can still take clients. */
  'flag.sweep': Record<string, never>;
  /** Deletes what has run out: sign-in requests, sessions, counters. */
  'sweep.hourly': Record<string, never>;
};

export type JobName = keyof Jobs;

/** Queues `job` in `tx`: it runs only if `tx` is kept, at the earliest at `startAfter` (an instant). */
export async function enqueue<N extends JobName>(tx: Tx, job: { name: N; data: Jobs[N]; startAfter?: Date }) {
  await sendingBoss().send(job.name, job.data, {
    db: { executeSql: (text, values) => inTransaction(tx, text, values) },
    ...(job.startAfter && { startAfter: job.startAfter }),
  });
}

// pg-boss numbers its parameters and uses one several times, which only the driver's own call can take.
async function inTransaction(tx: Tx, text: string, values: unknown[] = []) {
  const rows = await driverOf(tx).unsafe(text, values.map(asParameter));
  return { rows: [...rows], rowCount: rows.count };
}

/** Drizzle's driver takes neither `undefined` nor objects. */
function asParameter(value: unknown) {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}
