// Works the queue off: each job is handed to its handler, and given back when the handler throws.
import { as } from '@/db/client';
import { type sendingBoss, workingBoss } from './boss';
import { enqueue, type JobName, type Jobs } from './enqueue';
import { withoutWords } from './without-words';

/** `lastTry`: when this one fails too, the job is not given out again. */
export type Handlers = {
  [N in JobName]: (data: Jobs[N], job: { id: string; lastTry: boolean }) => Promise<void>;
};

/** What comes again by itself, and after how many minutes. */
const EVERY = [
  ['sweep.hourly', 60],
  ['waitlist.offer', 10],
  ['reminders.sweep', 10],
  ['flag.sweep', 3],
] as const;

/** Starts working; returns what stops it after the jobs in hand are done. */
export async function startRunner(handlers: Handlers): Promise<() => Promise<void>> {
  const { boss, close } = workingBoss();
  // A database that is away for a moment is no reason to fall: pg-boss asks again.
  boss.on('error', (error) => console.error('jobs:', error.message));
  await boss.start();
  for (const name of Object.keys(handlers) as JobName[]) await work(boss, name, handlers);
  const again = EVERY.map(([name, minutes]) => setInterval(() => void queue(name), minutes * 60_000));
  return async () => {
    for (const each of again) clearInterval(each);
    await boss.stop({ graceful: true, timeout: 10_000 });
    await close();
  };
}

async function work<N extends JobName>(boss: ReturnType<typeof sendingBoss>, name: N, handlers: Handlers) {
  const options = { pollingIntervalSeconds: 0.5, batchSize: 1, includeMetadata: true } as const;
  const worker: string = await boss.work<Jobs[N]>(name, options, async (jobs) => {
    // Where one job was there may be more: no pause until the queue is empty.
    boss.notifyWorker(worker);
    for (const { id, data, retryCount, retryLimit } of jobs) {
      try {
        await handlers[name](data, { id, lastTry: retryCount >= retryLimit });
      } catch (error) {
        const failure = withoutWords(error);
        console.error(`jobs: ${name} ${id}, try ${retryCount + 1}:`, failure.stack);
        throw failure;
      }
    }
  });
}

async function queue(name: (typeof EVERY)[number][0]) {
  try {
    await as({ kind: 'job', name }, (tx) => enqueue(tx, { name, data: {} }));
  } catch (error) {
    console.error(`jobs: ${name} could not be queued:`, error instanceof Error ? error.message : error);
  }
}
