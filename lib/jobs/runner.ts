// Works the queue off: each job is handed to its handler, and given back when the handler throws.
import { as } from '@/db/client';
import { sendingBoss, workingBoss } from './boss';
import { enqueue, type JobName, type Jobs } from './enqueue';

export type Handlers = { [N in JobName]: (data: Jobs[N], job: { id: string }) => Promise<void> };

/** Starts working; returns what stops it after the jobs in hand are done. */
export async function startRunner(handlers: Handlers): Promise<() => Promise<void>> {
  const { boss, close } = workingBoss();
  // A database that is away for a moment is no reason to fall: pg-boss asks again.
  boss.on('error', (error) => console.error('jobs:', error.message));
  await boss.start();
  for (const name of Object.keys(handlers) as JobName[]) await work(boss, name, handlers);
  const sweep = setInterval(() => void sweepSoon(), 60 * 60 * 1000);
  return async () => {
    clearInterval(sweep);
    await boss.stop({ graceful: true, timeout: 10_000 });
    await close();
  };
}

async function work<N extends JobName>(boss: ReturnType<typeof sendingBoss>, name: N, handlers: Handlers) {
  await boss.work<Jobs[N]>(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
    for (const job of jobs) await handlers[name](job.data, { id: job.id });
  });
}

async function sweepSoon() {
  try {
    await as({ kind: 'job', name: 'sweep.hourly' }, (tx) => enqueue(tx, { name: 'sweep.hourly', data: {} }));
  } catch (error) {
    console.error('jobs: the sweep could not be queued:', error instanceof Error ? error.message : error);
  }
}
