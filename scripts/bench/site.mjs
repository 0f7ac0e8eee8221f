// A site for one bench alone: on a throw-away database and a port of its own. It ends with its bench, so that the next one has the machine.
import { join } from 'node:path';
import { openDataFolder } from '../launch/data-folder.mjs';
import { anyFreePort } from '../launch/ports.mjs';
import { readLaunchSettings } from '../launch/settings.mjs';
import { openSite } from '../launch/start.mjs';

/** A part of the house with a folder of that name, that can be ended before the rest. */
export function roomIn(house, name) {
  const parts = [];
  const end = async () => {
    for (let part = parts.pop(); part; part = parts.pop()) await part.stop();
  };
  house.add({ stop: end });
  const dataFolder = openDataFolder(join(house.dataFolder, name));
  return { ...house, dataFolder, add: (part) => parts.push(part), end };
}

/** `demo`: with its made-up people. `env`: more settings of the site. Answers with the site's address when it is ready. */
export async function openBenchSite(room, { demo, env = {} }) {
  Object.assign(process.env, env);
  const asked = { FOYER_DATA: room.dataFolder, PORT: String(await anyFreePort()), DEMO: demo ? 'on' : 'off' };
  const { publicUrl } = await openSite(room, readLaunchSettings(asked));
  for (const name of Object.keys(env)) delete process.env[name];
  return publicUrl;
}
