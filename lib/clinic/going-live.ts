// What must hold before the first client comes, each with how it stands; a practice that lacks any of it does not open.
import { desc, eq, max, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { clinicSetting, documentVersion, goingLiveEvent, staffMember } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { type Clinic, clinicShape } from './clinic';
import { peopleForCall, shiftsFrom } from './on-call';
import { onCallSpans } from './rota-spans';

/** What a person has to say, because no machine can see it. */
export const CONFIRMATIONS = ['lawyer', 'backups'] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

const REQUIREMENTS = [
  'on-call',
  'hours',
  'country',
  'contact',
  'keys',
  'mail',
  'documents',
  'lawyer',
  'backups',
] as const;
export type RequirementName = (typeof REQUIREMENTS)[number];

export type Requirement = {
  name: RequirementName;
  holds: boolean;
  /** Who said so and when, of what a person has to say; `outdated`: it was said of documents that have changed since. */
  said: { by: string; at: Date } | null;
  outdated: boolean;
};

const WEEK = 7 * 24 * 60 * 60_000;

/** Every requirement, in the order in which a practice would see to them. To be asked as staff, or as a job. */
export async function requirements(tx: Tx): Promise<Requirement[]> {
  const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
  const clinic = row ? clinicShape.parse(row.data) : null;
  const [documents] = await tx
    .select({ count: sql<number>`count(*)::int`, newest: max(documentVersion.publishedAt) })
    .from(documentVersion);
  const plain = (name: RequirementName, holds: boolean) => ({ name, holds, said: null, outdated: false });
  const lawyer = await saidOf(tx, 'lawyer');
  const newest = documents?.newest ?? null;
  const outdated = lawyer !== null && newest !== null && newest > lawyer.at;
  const backups = await saidOf(tx, 'backups');
  return [
    plain('on-call', clinic !== null && (await somebodyIsOnCall(tx, clinic))),
    plain('hours', (clinic?.hours.length ?? 0) > 0),
    plain('country', Boolean(clinic?.country)),
    plain('contact', Boolean(clinic?.name && clinic.shortName && clinic.phone && clinic.address)),
    // The site does not start without them.
    plain('keys', settings.masterKeys.size > 0 && Boolean(settings.signingKey)),
    plain('mail', Boolean(settings.mail.resendKey || settings.mail.smtpUrl)),
    plain('documents', (documents?.count ?? 0) > 0),
    { name: 'lawyer', holds: lawyer !== null && !outdated, said: lawyer, outdated },
    { name: 'backups', holds: backups !== null, said: backups, outdated: false },
  ];
}

export const allHold = (all: readonly Requirement[]): boolean => all.every(({ holds }) => holds);

/** A named person who works here is on call at some time in the week to come. */
async function somebodyIsOnCall(tx: Tx, { zone }: Clinic): Promise<boolean> {
  const now = clock.now();
  const people = await peopleForCall(tx);
  const spans = onCallSpans(await shiftsFrom(tx, zone, now), zone, now, new Date(now.getTime() + WEEK));
  return spans.some(({ staff }) => staff.some((id) => people.some((each) => each.id === id)));
}

/** The newest word on it, if that is a yes. */
async function saidOf(tx: Tx, what: Confirmation): Promise<Requirement['said']> {
  const [newest] = await tx
    .select({ holds: goingLiveEvent.holds, at: goingLiveEvent.at, by: staffMember.name })
    .from(goingLiveEvent)
    .leftJoin(staffMember, eq(staffMember.id, goingLiveEvent.byId))
    .where(eq(goingLiveEvent.what, what))
    .orderBy(desc(goingLiveEvent.at), desc(goingLiveEvent.id))
    .limit(1);
  return newest?.holds ? { by: newest.by ?? '', at: newest.at } : null;
}
