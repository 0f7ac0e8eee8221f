// The checklist before opening as staff read it: each requirement, whether the doors are open, and since when.
import { desc, eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { clinicSetting, goingLiveEvent, staffMember } from '@/db/schema';
import { settings } from '@/lib/env/settings';
import { clinicShape } from './clinic';
import { allHold, type Requirement, requirements } from './going-live';
import { isOpen } from './is-open';

export type GoingLive = {
  all: Requirement[];
  ready: boolean;
  open: boolean;
  /** The demo is always open. */
  demo: boolean;
  /** Who opened or shut it last, and when. */
  last: { by: string; at: Date } | null;
  zone: string;
};

export const goingLiveOf = (actor: Extract<Actor, { kind: 'staff' }>): Promise<GoingLive> =>
  as(actor, async (tx) => {
    const all = await requirements(tx);
    const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
    const [last] = await tx
      .select({ at: goingLiveEvent.at, by: staffMember.name })
      .from(goingLiveEvent)
      .leftJoin(staffMember, eq(staffMember.id, goingLiveEvent.byId))
      .where(eq(goingLiveEvent.what, 'open'))
      .orderBy(desc(goingLiveEvent.at), desc(goingLiveEvent.id))
      .limit(1);
    return {
      ...{ all, ready: allHold(all), open: await isOpen(tx), demo: settings.demo },
      last: last ? { by: last.by ?? '', at: last.at } : null,
      zone: row ? clinicShape.parse(row.data).zone : 'UTC',
    };
  });
