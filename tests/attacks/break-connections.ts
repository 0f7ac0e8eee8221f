// Breaks connections at every point of a transaction, far more often than there are any, and says whether the door still opens.
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { as, type Tx } from '@/db/client';

const actor = { kind: 'job', name: 'test' } as const;
const superuser = postgres(process.env.SUPERUSER_URL ?? '', { max: 2, onnotice: () => {} });

const backendOf = async (tx: Tx) =>
  (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;

async function breakOne(round: number): Promise<boolean> {
  try {
    await as(actor, async (tx) => {
      const pid = await backendOf(tx);
      const asked = round % 2 ? tx.execute(sql`select pg_sleep(1)`) : Promise.resolve();
      await Promise.all([asked, superuser`select pg_terminate_backend(${pid})`]);
      await tx.execute(sql`select 1`);
    });
    return false;
  } catch {
    return true;
  }
}

/** Milliseconds that thirty who come at once are kept. */
async function timeForThirty(): Promise<{ took: number; answered: number }> {
  const began = Date.now();
  const pids = await Promise.all(Array.from({ length: 30 }, () => as(actor, backendOf)));
  return { took: Date.now() - began, answered: pids.filter((pid) => pid > 0).length };
}

// How fast this machine is just now.
const before = await timeForThirty();
let broken = 0;
for (let round = 0; round < 40; round += 1) if (await breakOne(round)) broken += 1;
const { took, answered } = await timeForThirty();
// A connection left useless would keep somebody waiting for as long as the gate has patience.
const inTime = took < 2_000 + 3 * before.took;
process.stdout.write(JSON.stringify({ broken, answered, inTime }));
process.exit(0);
