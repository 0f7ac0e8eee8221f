// What one start has running, and how it ends: in reverse order, once, whoever asks.
import { claim } from './claim.mjs';
import { openDataFolder } from './data-folder.mjs';
import { Stop, say } from './say.mjs';
import { stopWithParent } from './stop-with-parent.mjs';

const sentenceOf = (error) =>
  error instanceof Stop ? error.message : `Something went wrong that should not: ${error?.stack ?? error}`;

async function openHouse(dataFolder) {
  const parts = [];
  let ending = null;
  const endAll = async (code) => {
    for (const part of parts.toReversed()) await part.stop().catch((error) => say(sentenceOf(error)));
    process.exit(code);
  };
  const house = {
    dataFolder,
    claim: await claim(dataFolder),
    /** Something with a `stop`, from the moment it began. */
    add: (part) => parts.push(part),
    stop(code = 0) {
      ending ??= endAll(code);
      return ending;
    },
    /** For a part that can't be kept running. */
    giveUp(sentence) {
      if (!ending) say(sentence);
      return house.stop(1);
    },
  };
  house.add(house.claim);
  return house;
}

/** Does `work` in the house on that folder, which stays open until it is told to stop; a failure closes it with a sentence. */
export async function inHouse(folder, work) {
  let house;
  try {
    house = await openHouse(openDataFolder(folder()));
    const stop = () => void house.stop();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    for (const fault of ['uncaughtException', 'unhandledRejection']) {
      process.on(fault, (error) => void house.giveUp(sentenceOf(error)));
    }
    stopWithParent(stop);
    await work(house);
  } catch (error) {
    if (house) return house.giveUp(sentenceOf(error));
    say(sentenceOf(error));
    process.exit(1);
  }
}
