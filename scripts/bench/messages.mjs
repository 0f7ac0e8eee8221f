// What becomes of mail when workers are killed and by the thousand, and what one costs beside a bare post to the same provider.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteEnvironment } from '../launch/app.mjs';
import { install } from '../launch/install.mjs';
import { run as runProgram, scriptArguments } from '../launch/run.mjs';
import { say, step } from '../launch/say.mjs';
import { readLaunchSettings } from '../launch/settings.mjs';

export async function run(room) {
  await install(room);
  const { migrate, openDatabase } = await import('../launch/database.mjs');
  const asked = readLaunchSettings({ FOYER_DATA: room.dataFolder, DEMO: 'off' });
  const database = await openDatabase(room, asked, {});
  await migrate(room, database);
  const site = siteEnvironment({ ...asked, publicUrl: 'http://localhost:3000' }, room.dataFolder, database);
  const { args, env } = scriptArguments('scripts/bench/messages/measure.ts', {
    ...site,
    OWNER_DATABASE_URL: database.addresses.owner,
  });
  const otherwise = 'Mails were lost or doubled, or could not be measured';
  await step('Sending, killing workers and counting', () =>
    runProgram(room, 'messages', process.execPath, args, { env, otherwise }),
  );
  say(readFileSync(join(room.dataFolder, 'log', 'messages.log'), 'utf8').trimEnd());
}
