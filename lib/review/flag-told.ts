// To whom a danger sign went: when it was raised, and again each time nobody had seen it in time.
import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { flagEscalation, notice, staffMember } from '@/db/schema';

export type Told = { name: string; at: Date };
export type Escalation = { step: number; at: Date; names: string[] };

/** By flag, whoever was told when it was raised. */
export async function toldOf(tx: Tx, flagIds: string[]): Promise<Map<string, Told[]>> {
  const rows = await tx
    .select({ flagId: notice.aboutId, name: staffMember.name, at: notice.createdAt })
    .from(notice)
    .innerJoin(staffMember, eq(staffMember.id, notice.accountId))
    .where(and(eq(notice.kind, 'flag-raised'), oneOf(notice.aboutId, flagIds)))
    .orderBy(asc(staffMember.name));
  return grouped(rows.map(({ flagId, ...told }) => [flagId ?? '', told]));
}

/** By flag, the oldest first. */
export async function escalationsOf(tx: Tx, flagIds: string[]): Promise<Map<string, Escalation[]>> {
  const rows = await tx
    .select()
    .from(flagEscalation)
    .where(oneOf(flagEscalation.flagId, flagIds))
    .orderBy(asc(flagEscalation.step));
  const ids = [...new Set(rows.flatMap(({ told }) => told))];
  const names =
    ids.length === 0
      ? []
      : await tx
          .select({ id: staffMember.id, name: staffMember.name })
          .from(staffMember)
          .where(oneOf(staffMember.id, ids));
  return grouped(
    rows.map(({ flagId, step, at, told }) => [
      flagId,
      { step, at, names: names.filter(({ id }) => told.includes(id)).map(({ name }) => name) },
    ]),
  );
}

function grouped<T>(pairs: [string, T][]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const [key, one] of pairs) groups.set(key, [...(groups.get(key) ?? []), one]);
  return groups;
}
