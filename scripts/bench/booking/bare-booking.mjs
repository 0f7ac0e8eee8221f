// The least a booking can be: the client's row locked, and the rows Foyer writes, by plain SQL. It asks nobody whether they may.
import { randomBytes, randomUUID } from 'node:crypto';

/** `booking`: `clientId`, `clinicianId`, `startsAt`, `endsAt` (ISO instants), `formToken`. False when the time is taken. */
export const bareBooking = (sql, booking) =>
  sql.begin(async (tx) => {
    const { clientId, clinicianId, startsAt, endsAt, formToken } = booking;
    const [timeId, appointmentId, noticeId] = [randomUUID(), randomUUID(), randomUUID()];
    const now = new Date().toISOString();
    const detail = JSON.stringify({
      appointment: appointmentId,
      clinician: clinicianId,
      format: 'video',
      startsAt,
    });
    await tx`select id from client where id = ${clientId} for update`;
    const taken = await tx`
      insert into clinician_time (id, clinician_id, occupied, kind)
      values (${timeId}, ${clinicianId}, tstzrange(${startsAt}, ${endsAt}::timestamptz + interval '10 minutes'), 'appointment')
      on conflict do nothing returning id`;
    if (taken.length === 0) return false;
    await tx`
      insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time,
        format, form_token, created_at)
      values (${appointmentId}, ${randomBytes(5).toString('hex')}, ${clientId}, ${clinicianId}, ${timeId}, ${startsAt},
        ${endsAt}, 'Europe/London', ${startsAt.slice(0, 16)}, 'video', ${formToken}, ${now})`;
    await tx`
      insert into notice (id, kind, account_id, about_id, created_at)
      values (${noticeId}, 'appointment-booked', ${clientId}, ${appointmentId}, ${now})`;
    await tx`
      insert into pgboss.job (name, data, expire_in, keep_until, retry_limit, policy)
      values ('notice.send', ${tx.json({ noticeId })}, interval '15 minutes', now() + interval '14 days', 2, 'standard')`;
    await tx`
      insert into audit_event (id, subject, at, event, detail)
      values (${randomUUID()}, ${clientId}, ${now}, 'appointment.booked', ${detail})`;
    return true;
  });
