// Once a day, how far every chain of the record has come is kept outside the database: what is cut off or written anew after that is seen.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { as, SNAPSHOT } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { headsOf } from '@/lib/evidence/evidence-of';
import { writeSealedFile } from '@/lib/evidence/sealed-file';

/** The day's checkpoint in the clinic's folder for them, unless it is there; gives its path, and whether it is new. */
export async function keepCheckpoint(): Promise<{ path: string; made: boolean }> {
  const today = clock.now().toISOString().slice(0, 10);
  const path = join(settings.checkpointFolder, `checkpoint-${today}.jsonl`);
  if (await stat(path).catch(() => null)) return { path, made: false };
  await writeCheckpoint(path);
  return { path, made: true };
}

/** The same, now, into a new file at `path`. Gives how many chains it holds. */
export async function writeCheckpoint(path: string): Promise<number> {
  const { counts } = await as(
    { kind: 'job', name: 'checkpoint' },
    (tx) => {
      // Later than what it shows: an export that is dated after it has seen all of it.
      const begin = { kind: 'checkpoint', madeAt: clock.now().toISOString(), personal: false } as const;
      return writeSealedFile(path, begin, headsOf(tx), settings.signingKey);
    },
    SNAPSHOT,
  );
  return counts.head;
}
