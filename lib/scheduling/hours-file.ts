// One clinician's hours as staff set them: what stands now, and the days that differ.
import { asc, eq, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { availabilityRule, clinician, staffMember } from '@/db/schema';
import { exceptionsOf, referenceOf } from './clinicians';
import type { Kept } from './hours-effect';
import { type HoursSetting, inOrder } from './hours-setting';
import type { DayException } from './local-hours';

export interface HoursFile {
  id: string;
  /** Stands in URLs. */
  reference: string;
  name: string;
  credential: string;
  /** Holds the role and works here; whoever lost it, or was let go, is offered to nobody. */
  isClinician: boolean;
  /** Null until somebody sets it. */
  setting: HoursSetting | null;
  exceptions: DayException[];
}

/** Whoever is a clinician, or was one and has hours, by name. */
export async function hoursFiles(tx: Tx): Promise<HoursFile[]> {
  const people = await tx
    .select({
      member: staffMember,
      clinician,
      isClinician: sql<boolean>`'clinician' = any (${staffMember.roles}) and foyer.works_here(${staffMember.id})`,
    })
    .from(staffMember)
    .leftJoin(clinician, eq(clinician.id, staffMember.id))
    .where(
      or(
        sql`'clinician' = any (${staffMember.roles}) and foyer.works_here(${staffMember.id})`,
        sql`${clinician.id} is not null`,
      ),
    )
    .orderBy(asc(staffMember.name), asc(staffMember.id));
  const ids = people.map(({ member }) => member.id);
  const rules = ids.length > 0 ? await tx.select().from(availabilityRule) : [];
  const exceptions = ids.length > 0 ? await exceptionsOf(tx, ids) : [];
  return people.map(({ member: { id, name, credential }, clinician: row, isClinician }) => ({
    ...{ id, name, credential, reference: referenceOf(id), isClinician },
    setting: row && inOrder({ ...row, rules: rules.filter(({ clinicianId }) => clinicianId === id) }),
    exceptions: exceptions.filter(({ clinicianId }) => clinicianId === id),
  }));
}

/** Null for a reference that is nobody's. */
export const hoursFile = async (tx: Tx, reference: string): Promise<HoursFile | null> =>
  (await hoursFiles(tx)).find((one) => one.reference === reference) ?? null;

/** What somebody keeps, for reckoning with; null while nothing is set. */
export const keptOf = (
  { setting, exceptions, isClinician }: Pick<HoursFile, 'setting' | 'exceptions' | 'isClinician'>,
  holidays: string[],
): Kept | null =>
  setting && {
    ...{ hours: { ...setting, exceptions }, holidays, formats: setting.formats },
    offered: setting.takesNew && isClinician,
  };
