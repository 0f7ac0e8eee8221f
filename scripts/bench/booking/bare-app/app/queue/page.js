// As many rows as a page of Foyer's queue holds, from one query, each a link.
import { connection } from 'next/server';
import { sql } from '../../sql.mjs';

export default async function Queue() {
  await connection();
  const rows = await sql`
    select s.reference, s.status, coalesce(s.submitted_at, s.created_at) as since, m.name as assignee
    from submission s left join staff_member m on m.id = s.assignee_id
    where s.status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned')
    order by coalesce(s.submitted_at, s.created_at), s.reference limit 20`;
  return (
    <main>
      <h1>Queue</h1>
      <table>
        <tbody>
          {rows.map(({ reference, status, since, assignee }) => (
            <tr key={reference}>
              <td>
                <a href={`/file/${reference}`}>{reference}</a>
              </td>
              <td>{status}</td>
              <td>{since.toISOString()}</td>
              <td>{assignee}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
