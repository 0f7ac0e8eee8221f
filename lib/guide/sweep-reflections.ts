// What visitors kept is gone when its day is over.
import { lte } from 'drizzle-orm';
import { as } from '@/db/client';
import { visitorReflection } from '@/db/schema';
import { clock } from '@/lib/env/clock';

export async function sweepReflections() {
  await as({ kind: 'job', name: 'sweep.hourly' }, (tx) =>
    tx.delete(visitorReflection).where(lte(visitorReflection.expiresAt, clock.now())),
  );
}
