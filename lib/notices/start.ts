// What this process does from its start to its end besides answering: it works the queue off.
import { as } from '@/db/client';
import { settings } from '@/lib/env/settings';
import { keepDefinition } from '@/lib/forms/kept-definitions';
import { startRunner } from '@/lib/jobs/runner';
import { makeClinicKey } from '@/lib/vault/keys';
import { handlers } from './handlers';
import { mailPort } from './mail-port';

/**
 * Refuses mail settings that don't hold and a questionnaire whose words changed under a version that was used, and makes
 * sure of the clinic's key.
 */
export async function prepare() {
  if (mailPort(settings).name === 'nowhere') {
    console.warn('Mail waits: set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, so that it can be sent.');
  }
  await as({ kind: 'job', name: 'start' }, async (tx) => {
    await makeClinicKey(tx);
    await keepDefinition(tx);
  });
}

/** Prepares, and starts the queue's runner unless `WORKER` is off: then `npm run worker` works it off, elsewhere. */
export async function start() {
  await prepare();
  if (!settings.worker) return;
  const stop = await startRunner(handlers);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}
