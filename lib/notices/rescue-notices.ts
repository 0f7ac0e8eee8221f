// A notice that waits without a job would wait for ever: it gets a new one.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { enqueue } from '@/lib/jobs/enqueue';

const HOUR = 60 * 60 * 1000;
/** In one go; the next sweep takes more. */
const MOST = 1_000;

/**
 * Those that are an hour late. A job is part of what caused it and is given back when its worker dies, so there should
 * be none; but a queue that was emptied by hand, or restored without its jobs, must cost nobody a message.
 */
export async function rescueNotices(): Promise<number> {
  const late = new Date(clock.now().getTime() - HOUR).toISOString();
  return as({ kind: 'job', name: 'sweep.hourly' }, async (tx) => {
    const stranded = await tx.execute<{ id: string }>(sql`
      select n.id from notice n
      where n.state = 'queued' and coalesce(n.next_try_at, n.created_at) < ${late}::timestamptz
        and not exists (
          select from pgboss.job j where j.name = 'notice.send' and j.state < 'completed' and j.data->>'noticeId' = n.id::text)
      order by n.id limit ${MOST}`);
    for (const { id } of stranded) await enqueue(tx, { name: 'notice.send', data: { noticeId: id } });
    return stranded.length;
  });
}
