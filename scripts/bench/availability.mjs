// What it costs to reckon a month's free times of twenty clinicians, beside the same sweep over whole numbers, without zones.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../launch/install.mjs';
import { run as runProgram, scriptArguments } from '../launch/run.mjs';
import { say } from '../launch/say.mjs';

export async function run(room) {
  await install(room);
  const { args, env } = scriptArguments('scripts/bench/reckon.ts', process.env);
  const otherwise = 'The free times could not be reckoned';
  await runProgram(room, 'reckon', process.execPath, args, { env, otherwise });
  say(readFileSync(join(room.dataFolder, 'log', 'reckon.log'), 'utf8').trimEnd());
}
