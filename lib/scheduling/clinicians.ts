// The clinicians a client can be seen by, with the hours they keep. Their ids stay inside: a reference stands in their place.
import { createHmac } from 'node:crypto';
import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { availabilityException, availabilityRule, clinician, staffMember } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import type { WorkingHours } from './availability';
import type { BookingFacts, WhoTheySee } from './may-book';
import { whyNotSeen } from './may-book';

export interface Clinician extends WhoTheySee {
  id: string;
  /** Stands in URLs and forms. */
  reference: string;
  name: string;
  credential: string;
  /** Still sees people here, whether or not new ones. */
  works: boolean;
  hours: WorkingHours;
}

/** The same for the same clinician, and says nothing about the row. */
export const referenceOf = (id: string): string =>
  createHmac('sha256', settings.indexKey).update(`clinician\n${id}`).digest('hex').slice(0, 12);

/** The hours they keep: by the week, and on single days from the date `since`. Two days back it is still yesterday somewhere. */
export async function hoursKept(tx: Tx, ids: string[] | 'all', since?: string) {
  const [rules, exceptions] = await Promise.all([
    tx.select().from(availabilityRule).where(among(availabilityRule.clinicianId, ids)),
    exceptionsOf(tx, ids, since),
  ]);
  return { rules, exceptions };
}

const among = (clinicianId: PgColumn, ids: string[] | 'all') =>
  ids === 'all' ? undefined : oneOf(clinicianId, ids);

const dateAround = (days: number) =>
  new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Every clinician, by name. `since`: the first local date whose hours are wanted, when it is past. */
export async function allClinicians(tx: Tx, since?: string): Promise<Clinician[]> {
  const [people, { rules, exceptions }] = await Promise.all([
    tx
      .select({
        clinician,
        name: staffMember.name,
        credential: staffMember.credential,
        // Whoever was let go has the role still, and is offered to nobody.
        works: sql<boolean>`'clinician' = any (${staffMember.roles}) and foyer.works_here(${staffMember.id})`,
      })
      .from(clinician)
      .innerJoin(staffMember, eq(staffMember.id, clinician.id))
      .orderBy(asc(staffMember.name), asc(clinician.id)),
    hoursKept(tx, 'all', since),
  ]);
  return people.map(({ clinician: one, name, credential, works }) => ({
    id: one.id,
    reference: referenceOf(one.id),
    name,
    credential,
    works,
    active: one.takesNew && works,
    formats: one.formats,
    regions: one.regions,
    seesCouples: one.seesCouples,
    languages: one.languages,
    hours: {
      ...one,
      rules: rules.filter(({ clinicianId }) => clinicianId === one.id),
      exceptions: exceptions.filter(({ clinicianId }) => clinicianId === one.id),
    },
  }));
}

/** Extra hours and time off from that date on, by day. */
export const exceptionsOf = (tx: Tx, ids: string[] | 'all', since = dateAround(-2)) =>
  tx
    .select()
    .from(availabilityException)
    .where(and(among(availabilityException.clinicianId, ids), gte(availabilityException.onDate, since)))
    .orderBy(asc(availabilityException.onDate), asc(availabilityException.startsLocal));

/** Those who can see this client, by name. */
export const cliniciansFor = async (tx: Tx, facts: BookingFacts): Promise<Clinician[]> =>
  (await allClinicians(tx)).filter((one) => whyNotSeen(one, facts) === null);
