// A hundred thousand appointments of the last years, in rows of the same shape as Foyer writes; and the bench's own, taken away after each round.

const CLIENTS = 20_000;
/** Hours of work a clinician had in these years: eight a day, each day. */
const A_DAY = 8;

/** `sql` is the owner's. Each of the clinicians has had as many; nine in ten were kept, the others cancelled. */
export async function putOnFile(sql, appointments) {
  await sql.unsafe(`
    insert into account (id, kind, email_index, email, created_at)
      select uuidv7(), 'client', 'on-file-' || n, 'made up', now() - interval '3 years' from generate_series(1, ${CLIENTS}) n;
    insert into client (id, created_at)
      select id, created_at from account where email_index like 'on-file-%';
    create temp table filed as
      with c as (select id, row_number() over () - 1 as n, count(*) over () as all_of_them from clinician),
        p as (select id, row_number() over () - 1 as n from account where email_index like 'on-file-%')
      select uuidv7() as id, uuidv7() as time_id, uuidv7() as notice_id, p.id as client_id, c.id as clinician_id,
        g % 10 <> 0 as kept, date_trunc('day', now()) - interval '1 day' * (1 + (g / c.all_of_them) / ${A_DAY})
          + interval '1 hour' * (9 + (g / c.all_of_them) % ${A_DAY}) as starts_at
      from generate_series(0, ${appointments - 1}) g
      join c on c.n = g % c.all_of_them
      join p on p.n = g % ${CLIENTS};
    insert into clinician_time (id, clinician_id, occupied, kind, active)
      select time_id, clinician_id, tstzrange(starts_at, starts_at + interval '1 hour'), 'appointment', kept from filed;
    insert into appointment (id, reference, client_id, clinician_id, time_id, starts_at, ends_at, zone, local_time, format,
        status, form_token, created_at)
      select id, 'F' || row_number() over (), client_id, clinician_id, time_id, starts_at, starts_at + interval '50 minutes',
        'Europe/London', to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI'), 'video',
        case when kept then 'attended' else 'cancelled' end, id::text, starts_at - interval '7 days' from filed;
    insert into notice (id, kind, account_id, about_id, state, created_at, sent_at)
      select notice_id, 'appointment-booked', client_id, id, 'sent', starts_at - interval '7 days', starts_at from filed;
    insert into audit_event (id, subject, at, event, detail)
      select uuidv7(), client_id::text, starts_at - interval '7 days', 'appointment.booked',
        json_build_object('appointment', id, 'clinician', clinician_id, 'format', 'video', 'startsAt', starts_at)::text from filed;
    drop table filed`);
  await sql`vacuum analyze`;
}

/** The round's bookings, as if they had not been; what the record says of them stays. */
export async function clearAway(sql, clientIds) {
  await sql.begin(async (tx) => {
    const gone =
      await tx`delete from appointment where client_id = any(${clientIds}::uuid[]) returning time_id`;
    await tx`delete from clinician_time where id = any(${gone.map((row) => row.time_id)}::uuid[])`;
    await tx`delete from notice where account_id = any(${clientIds}::uuid[])`;
    await tx`delete from pgboss.job where name = 'notice.send'`;
  });
}
