// A worker that takes a mail's job and is killed before it has done anything; started by the queue's test.
import { startRunner } from '@/lib/jobs/runner';
import { handlers } from '@/lib/notices/handlers';

await startRunner({
  ...handlers,
  'notice.send': async ({ noticeId }) => {
    process.stdout.write(`taken ${noticeId}\n`);
    await new Promise(() => setInterval(() => {}, 1000));
  },
});
process.stdout.write('started\n');
