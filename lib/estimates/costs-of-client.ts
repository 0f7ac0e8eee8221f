// What a client's page on costs shows: the estimates they were given, and by when one is on its way.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { openTasks } from './client-for-estimate';
import { isLate } from './costs-at-home';
import { givenEstimates } from './given-estimates';
import { mayRequest } from './request-estimate';

/** `due`: the last moment at which one that is owed may come; null when none is. `late`: it has passed. `may`: whether they may ask for one. */
export async function costsOf(actor: Extract<Actor, { kind: 'client' }>) {
  return as(actor, async (tx) => {
    const { zone, country } = await clinicOf(tx);
    const [open] = await openTasks(tx, actor.id);
    return {
      zone,
      country,
      given: await givenEstimates(tx, actor, actor.id),
      due: open?.dueAt ?? null,
      late: open !== undefined && isLate(open),
      may: await mayRequest(tx, actor.id),
    };
  });
}

export type Costs = Awaited<ReturnType<typeof costsOf>>;
