// Works the queue off until it is told to stop; the job in hand is finished first.
import { isReady } from '@/lib/jobs/is-ready';
import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/notices/handlers';
import { prepare } from '@/lib/notices/start';

if (!(await isReady())) {
  process.stdout.write('The database can’t be used yet: start the site first, which brings it up to date.\n');
  process.exit(1);
}
await prepare();
const stop = await startRunner(handlers);
process.stdout.write('The worker runs. Ctrl-C stops it, after the job in hand.\n');

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(0);
  });
}
