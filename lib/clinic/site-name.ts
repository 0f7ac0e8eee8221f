// What the site is called where a bystander reads, in its bar and its titles: the short name the practice gave itself.
import { as, visitor } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { clinicShape } from './clinic';
import { neutralName } from './neutral-name';

/** Milliseconds a process goes on with the name it knows. */
const KNOWN_FOR = 30_000;

type Known = { name: Promise<string | null>; at: number };
const kept = globalThis as typeof globalThis & { foyerSiteName?: Known };

/** Null until the practice has one; while the database can't be asked, the name known last. */
export async function siteName(): Promise<string | null> {
  // A build has no database, and makes no page that anybody is shown.
  if (process.env.NEXT_PHASE === 'phase-production-build') return null;
  const known = kept.foyerSiteName;
  const at = clock.now().getTime();
  if (known && Math.abs(at - known.at) < KNOWN_FOR) return known.name;
  // Whoever comes meanwhile waits for the same answer, and doesn't ask as well.
  const name = nameOnFile().catch((error) => {
    console.error(
      'clinic: its short name could not be read:',
      error instanceof Error ? error.message : error,
    );
    return known?.name ?? null;
  });
  kept.foyerSiteName = { name, at };
  return name;
}

async function nameOnFile(): Promise<string | null> {
  const [row] = await as(visitor, (tx) => tx.select({ data: clinicSetting.data }).from(clinicSetting));
  const named = neutralName(row ? clinicShape.parse(row.data).shortName : '');
  return named.ok ? named.name : null;
}

/** It has just been changed: this process asks anew, and every other does within half a minute. */
export function forgetSiteName() {
  kept.foyerSiteName = undefined;
}
