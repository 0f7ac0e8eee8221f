// How Postgres finds each page of the queue: its plans, as the app's role sees the tables with every policy, and what was read for it.
import { type SQL, sql } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { readFilter } from '@/lib/review/queue-choice';
import { queueCounts } from '@/lib/review/queue-counts';
import { inTheirOrder, placesInLanes } from '@/lib/review/queue-lanes';
import { readPlace } from '@/lib/review/queue-place';
import type { Staff } from '@/lib/review/submission-by-reference';
import { nameSearchIndex } from '@/lib/vault/indexes';
import type { Look } from './looks';

export type Plan = { name: string; plan: string };

/** The same transaction, in which each question written by hand is explained before it is asked. */
const explaining = (tx: Tx, note: (plan: string) => void): Tx =>
  new Proxy(tx, {
    get(target, name) {
      if (name !== 'execute') return Reflect.get(target, name, target);
      return async (query: SQL) => {
        const lines = await tx.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, buffers) ${query}`);
        const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
        if (plan.includes('Scan')) note(plan);
        return tx.execute(query);
      };
    },
  });

export async function plansOf(actor: Staff, looks: readonly Look[]): Promise<Plan[]> {
  const plans: Plan[] = [];
  for (const { name, asked } of looks) {
    await as(actor, async (tx) => {
      const noting = explaining(tx, (plan) => plans.push({ name, plan }));
      if (asked.words !== undefined)
        return noting.execute(sql`select distinct client_id from name_index
          where prefix_index = ${nameSearchIndex(asked.words)} limit 200`);
      await inTheirOrder(tx);
      return placesInLanes(noting, actor, await readFilter(tx, actor, asked), readPlace(asked.after), 21);
    });
  }
  await as(actor, async (tx) => {
    await inTheirOrder(tx);
    for (const [name, asked] of Object.entries({
      'the counts': {},
      'the counts of one’s own': { mine: true },
    })) {
      const noting = explaining(tx, (plan) => plans.push({ name, plan }));
      await queueCounts(noting, actor, await readFilter(tx, actor, asked));
    }
  });
  return plans;
}

/** What a plan comes to, in a line: how long it took, the pages of 8 kB it read, by which indexes, and what it read from end to end. */
export function inShort({ plan }: Plan) {
  const all = (pattern: RegExp) => [...new Set([...plan.matchAll(pattern)].map(([, name]) => name))];
  const [, hit = '0', read = '0'] = /Buffers: shared(?: hit=(\d+))?(?: read=(\d+))?/.exec(plan) ?? [];
  return {
    ms: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]),
    pages: Number(hit) + Number(read),
    indexes: all(/Index (?:Only )?Scan (?:Backward )?(?:using|on) (\w+)/g),
    whole: all(/Seq Scan on (\w+)(?!.*never executed)/g),
  };
}
