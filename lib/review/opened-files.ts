// The files that clinicians opened with a reason or a danger sign taken in hand, the newest first, for the leads: who, whose, why, until when, and who has seen it.
import { and, desc, eq, isNull, lt, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { as, type Tx } from '@/db/client';
import { glassBreak, staffMember } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import { openFor } from '@/lib/vault/keys';
import { clientsToRecover } from './clients-to-recover';
import { FLAG_IN_HAND, reasonPlace } from './glass';
import { initialsOf } from './names-of';
import type { Staff } from './submission-by-reference';

export const OPENED_A_PAGE = 20;

export type OpenedFile = {
  id: string;
  by: string;
  /** Null where their forms are gone. */
  reference: string | null;
  initials: string;
  /** Null where they took a danger sign in hand, which takes no words. */
  reason: string | null;
  openedAt: Date;
  until: Date;
  /** Whether it can still be read. */
  open: boolean;
  seen: { by: string; at: Date } | null;
  /** The reader opened it themselves: another lead says that they have seen it. */
  own: boolean;
};

export type OpenedFiles = { rows: OpenedFile[]; show: 'new' | 'all'; next: string | null; zone: string };

const sees = alias(staffMember, 'sees');

/** Null for who doesn't lead. `show`: `new` = those nobody has seen. Having looked is one line in the record. */
export async function readOpenedFiles(
  actor: Staff,
  asked: { show?: string | undefined; after?: string | undefined },
): Promise<OpenedFiles | null> {
  if (!actor.roles.includes('lead')) return null;
  const show = asked.show === 'all' ? 'all' : 'new';
  return as(actor, async (tx) => {
    const found = await tx
      .select({ glass: glassBreak, by: staffMember.name, seenBy: sees.name })
      .from(glassBreak)
      .innerJoin(staffMember, eq(staffMember.id, glassBreak.staffId))
      .leftJoin(sees, eq(sees.id, glassBreak.seenBy))
      .where(and(show === 'new' ? isNull(glassBreak.seenAt) : undefined, isAfter(asked.after)))
      .orderBy(desc(glassBreak.openedAt), desc(glassBreak.id))
      .limit(OPENED_A_PAGE + 1);
    const page = found.slice(0, OPENED_A_PAGE);
    const rows = await opened(tx, actor, page);
    const { zone } = await clinicOf(tx);
    const last = found.length > OPENED_A_PAGE ? page.at(-1)?.glass : undefined;
    const clients = [...new Set(page.map(({ glass }) => glass.clientId))];
    await record(tx, { event: 'glass.listed', subject: 'clinic', detail: { show, clients } });
    return { rows, show, next: last ? `${last.openedAt.getTime()}-${last.id}` : null, zone };
  });
}

type Row = { glass: typeof glassBreak.$inferSelect; by: string; seenBy: string | null };

async function opened(tx: Tx, actor: Staff, page: readonly Row[]): Promise<OpenedFile[]> {
  const people = await clientsToRecover(
    tx,
    page.map(({ glass }) => glass.clientId),
  );
  return Promise.all(
    page.map(async ({ glass, by, seenBy }) => {
      const { id, clientId, openedAt, until, seenAt } = glass;
      const person = people.get(clientId);
      const reason = await openFor(tx, clientId, reasonPlace(id), glass.reason);
      return {
        ...{ id, by, openedAt, until, open: until > clock.now(), own: glass.staffId === actor.id },
        reference: person?.reference ?? null,
        initials: initialsOf(person?.name ?? undefined),
        reason: reason === FLAG_IN_HAND ? null : reason,
        seen: seenAt && { at: seenAt, by: seenBy ?? '' },
      };
    }),
  );
}

/** By the last one seen, so that nothing is skipped while more are opened. */
function isAfter(place: string | undefined) {
  const [, at, id = ''] = /^(\d{1,14})-(.{36})$/.exec(place ?? '') ?? [];
  if (!at || !isId(id)) return undefined;
  const openedAt = new Date(Number(at));
  return or(lt(glassBreak.openedAt, openedAt), and(eq(glassBreak.openedAt, openedAt), lt(glassBreak.id, id)));
}
