// Counts every mail at a stand-in provider: a hundred kills, two workers on a thousand, and a mail server that knows no keys.
import postgres from 'postgres';
import { as } from '@/db/client';
import { notice, staffMember } from '@/db/schema';
import { makeAccount } from '@/lib/accounts/make-account';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { enqueue } from '@/lib/jobs/enqueue';
import { prepare } from '@/lib/notices/start';
import { demoClinic } from '@/scripts/demo/clinic';
import { helpAlong, killWorkers, startWorker, throughResend, untilNone } from './kill-workers';
import { openResendStandIn } from './resend-stand-in';
import { openSmtpStandIn } from './smtp-stand-in';

const KILLS = 50;
const MAILS = 1_000;
const SMTP_KILLS = 10;

const sql = postgres(process.env.OWNER_DATABASE_URL ?? '', { max: 4, onnotice: () => {} });
const say = (line: string) => process.stdout.write(`${line}\n`);
const left = async () => (await sql`select 1 from notice where state = 'queued'`).length;

await prepare();
await sql`insert into clinic_setting (id, data, changed_at) values (1, ${sql.json(demoClinic as never)}, now())`;
const reader = await as({ kind: 'staff', id: newId(), roles: ['admin'] }, async (tx) => {
  const id = await makeAccount(tx, 'staff', 'reader@made-up.example');
  await tx.insert(staffMember).values({ id, name: 'Sam Sample (made up)', roles: ['front-desk'] });
  return id;
});

/** So many mails, each queued with its job as every verb does. */
async function queueMails(many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => newId());
  for (const id of ids)
    await as({ kind: 'job', name: 'bench' }, async (tx) => {
      await tx
        .insert(notice)
        .values({ id, kind: 'staff-invited', accountId: reader, createdAt: clock.now() });
      await enqueue(tx, { name: 'notice.send', data: { noticeId: id } });
    });
  return ids;
}

let faults = 0;

/** `got`: the keys of what arrived. */
function count(what: string, ids: string[], got: string[]) {
  const lost = ids.filter((id) => !got.includes(id)).length;
  const twice = got.length - new Set(got).size;
  say(`${what}: ${ids.length} mails, ${got.length} arrived, ${lost} lost, ${twice} twice`);
  return { lost, twice };
}

async function underKills() {
  const ids = await queueMails(2 * KILLS + 10);
  const { kills, provider } = await killWorkers(sql, { before: KILLS, after: KILLS }, left);
  const { lost, twice } = count(
    `${kills.before} kills before the provider took the mail, ${kills.after} after`,
    ids,
    provider.taken.map(({ key }) => key),
  );
  faults += lost + twice + Math.abs(2 * KILLS - kills.before - kills.after);
}

/** The same words posted one after the other, by nobody who keeps anything: what the machine and the provider cost. */
async function barePosts(body: object): Promise<number> {
  const provider = await openResendStandIn();
  const began = performance.now();
  for (let each = 0; each < MAILS; each += 1)
    await fetch(`${provider.url}/emails`, {
      method: 'POST',
      headers: { 'Idempotency-Key': `bare-${each}` },
      body: JSON.stringify(body),
    }).then((answer) => answer.text());
  const rate = (MAILS * 1000) / (performance.now() - began);
  await provider.close();
  return rate;
}

async function twoWorkers() {
  const ids = await queueMails(MAILS);
  const provider = await openResendStandIn();
  const began = performance.now();
  const workers = await Promise.all([
    startWorker(throughResend(provider.url)),
    startWorker(throughResend(provider.url)),
  ]);
  await untilNone(left);
  const rate = (MAILS * 1000) / (performance.now() - began);
  for (const { child } of workers) child.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
  await provider.close();
  const { lost, twice } = count(
    'two workers at once',
    ids,
    provider.taken.map(({ key }) => key),
  );
  faults += lost + twice + (provider.asked.length - MAILS);
  const bare = await barePosts(provider.taken[0]?.body ?? {});
  say(
    `  ${rate.toFixed(0)} mails a second, their start included; ${bare.toFixed(0)} bare posts a second by one sender`,
  );
}

async function withoutKeys() {
  const ids = await queueMails(SMTP_KILLS + 2);
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
  let kills = 0;
  const server = await openSmtpStandIn(async () => {
    if (kills >= SMTP_KILLS || !worker) return;
    kills += 1;
    worker.child.kill('SIGKILL');
    await worker.ended;
  });
  while ((await left()) > 0) {
    worker = await startWorker({
      SMTP_URL: server.url,
      MAIL_FROM: 'Made-up Practice <hello@made-up.example>',
    });
    await Promise.race([worker.ended, untilNone(left)]);
    worker.child.kill('SIGKILL');
    await worker.ended;
    await helpAlong(sql);
  }
  await server.close();
  const { lost } = count(
    `a mail server, ${kills} kills after it took the mail (it knows no keys: the copies share one Message-ID)`,
    ids,
    server.received.map(({ messageId }) => messageId.replace(/@.*/, '')),
  );
  faults += lost;
}

await underKills();
await twoWorkers();
await withoutKeys();
await sql.end();
process.exit(faults === 0 ? 0 : 1);
