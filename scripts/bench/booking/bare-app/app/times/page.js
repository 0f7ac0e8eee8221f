// As many times as a page of Foyer's holds, from one query, each a link.
import { connection } from 'next/server';
import { sql } from '../../sql.mjs';

export default async function Times() {
  await connection();
  const times = await sql`
    select starts_at as at, min(c.id::text) as clinician
    from generate_series(date_trunc('day', now()) + interval '2 days 9 hours', now() + interval '7 days', interval '1 hour') starts_at
    cross join clinician c
    where extract(hour from starts_at) between 9 and 16
      and not exists (select from clinician_time t where t.clinician_id = c.id and t.active
        and t.occupied && tstzrange(starts_at, starts_at + interval '1 hour'))
    group by starts_at order by starts_at limit 40`;
  return (
    <main>
      <h1>Times</h1>
      <ul>
        {times.map(({ at, clinician }) => (
          <li key={at.getTime()}>
            <a href={`/check?with=${clinician}&at=${at.toISOString()}`}>{at.toISOString()}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}
