// When clinicians are taken, buffers included. There is nobody's name in it to read.
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { clinicianTime } from '@/db/schema';
import type { Busy } from './availability';

/** Taken time by clinician that meets the window (instants, half-open). */
export async function busyTimes(
  tx: Tx,
  clinicianIds: string[],
  from: Date,
  until: Date,
): Promise<Map<string, Busy[]>> {
  const byClinician = new Map<string, Busy[]>(clinicianIds.map((id) => [id, []]));
  if (clinicianIds.length === 0) return byClinician;
  const rows = await tx
    .select({
      clinicianId: clinicianTime.clinicianId,
      startsAt: sql`extract(epoch from lower(${clinicianTime.occupied})) * 1000`.mapWith(Number),
      endsAt: sql`extract(epoch from upper(${clinicianTime.occupied})) * 1000`.mapWith(Number),
      kind: clinicianTime.kind,
    })
    .from(clinicianTime)
    .where(
      and(
        eq(clinicianTime.active, true),
        oneOf(clinicianTime.clinicianId, clinicianIds),
        sql`${clinicianTime.occupied} && tstzrange(${from.toISOString()}, ${until.toISOString()})`,
      ),
    );
  for (const { clinicianId, startsAt, endsAt, kind } of rows) {
    byClinician.get(clinicianId)?.push({ startsAt: new Date(startsAt), endsAt: new Date(endsAt), kind });
  }
  return byClinician;
}
