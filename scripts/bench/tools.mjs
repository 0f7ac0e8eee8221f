// What the benches alone need is installed beside them, the first time one of them runs.
import { inTurn } from '../launch/in-turn.mjs';
import { installPackages, isInstalled } from '../launch/install.mjs';
import { step } from '../launch/say.mjs';

export async function installTools(house) {
  const folder = import.meta.dirname;
  if (isInstalled(folder)) return;
  await inTurn(() => step('Installing what the bench needs', () => installPackages(house, folder)));
}
