// The demo's past is quiet: what its made-up people would have been sent is marked as withheld, and no mail goes out for it.
import type postgres from 'postgres';

/** As the database's owner: notices and jobs are nobody else's to take back. `accountIds` are those of the made-up. */
export async function hush(owner: postgres.Sql, accountIds: readonly string[]) {
  await owner.begin(async (tx) => {
    const held = await tx`
      update notice set state = 'withheld', withheld_because = 'over', ended_at = created_at
      where state = 'queued' and account_id = any(${[...accountIds]}::uuid[]) returning id`;
    const ids = held.map(({ id }) => id as string);
    await tx`delete from pgboss.job where name = 'notice.send' and data->>'noticeId' = any(${ids}::text[])`;
  });
}
