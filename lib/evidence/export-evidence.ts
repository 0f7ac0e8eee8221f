// Writes everything that proves what was agreed to and what happened into one sealed file, for whoever doubts it later.
import { as, SNAPSHOT } from '@/db/client';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { evidenceOf } from '@/lib/evidence/evidence-of';
import type { Counts } from '@/lib/evidence/line';
import { writeSealedFile } from '@/lib/evidence/sealed-file';

const exporter = { kind: 'job', name: 'evidence' } as const;

/**
 * Every published version, signature, estimate and event, as they stand at one instant, into a new file at `path`. `personal`:
 * also the typed names, network addresses and browsers of whoever was not erased. That it was made is on the record.
 */
export async function exportEvidence(path: string, { personal }: { personal: boolean }): Promise<Counts> {
  await as(exporter, (tx) =>
    record(tx, { event: 'evidence.exported', subject: 'clinic', detail: { personal } }),
  );
  const begin = { kind: 'export', madeAt: clock.now().toISOString(), personal } as const;
  const { counts } = await as(
    exporter,
    (tx) => writeSealedFile(path, begin, evidenceOf(tx, { personal }), settings.signingKey),
    SNAPSHOT,
  );
  return counts;
}
