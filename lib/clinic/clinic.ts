// The clinic as its staff set it: what it is called, when somebody is there, what a session costs.
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { LONGEST_NAME } from './neutral-name';
import { PACKS } from './packs';
import { FEWEST_STEPS, isStrong, RECOVERY_STEP_IDS } from './recovery-steps';

/** Nobody can decide in less; and what is kept for one person longer is kept from all others. */
export const FEWEST_OFFER_HOURS = 1;
export const MOST_OFFER_HOURS = 48;

const localTime = z.string().regex(/^\d\d:\d\d$/);

export const clinicShape = z.object({
  /** On documents and letters. Never in a browser's title. */
  name: z.string(),
  /** What a bystander may read: whoever takes it asks `neutralName` first. */
  shortName: z.string().max(LONGEST_NAME),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  /** ISO 3166 alpha-2; empty until it is set, and until then the practice is not open. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  /** IANA. */
  zone: z.string(),
  /** Staffed hours, local to `zone`; weekday 1 = Monday. */
  hours: z.array(z.object({ weekday: z.number().int().min(1).max(7), from: localTime, until: localTime })),
  /** Days nobody is there, `2026-12-25`. */
  holidays: z.array(z.string()),
  licence: z.string(),
  taxId: z.string(),
  npi: z.string(),
  /** Minutes, and cents of `currency`. */
  fees: z.array(
    z.object({
      code: z.string(),
      service: z.string(),
      minutes: z.number().int().nonnegative(),
      cents: z.number().int().nonnegative(),
    }),
  ),
  currency: z.string().length(3),
  cancellationHours: z.number(),
  /** Waking hours for which a time that came free is kept for one person who waits. */
  offerHours: z.number().int().min(FEWEST_OFFER_HOURS).max(MOST_OFFER_HOURS).default(12),
  /** The identity steps front desk has for a lost mailbox. */
  recoverySteps: z
    .array(z.enum(RECOVERY_STEP_IDS))
    .min(FEWEST_STEPS)
    .refine((steps) => steps.some(isStrong))
    .default([...RECOVERY_STEP_IDS]),
  /** What the clinic leaves out of its questionnaire. */
  packsOff: z.array(z.enum(PACKS)).default([]),
});

export type Clinic = z.infer<typeof clinicShape>;

/** The clinic's settings. Throws when the database holds none: a clinic is set up before it opens. */
export async function clinicOf(tx: Tx): Promise<Clinic> {
  const [row] = await tx.select({ data: clinicSetting.data }).from(clinicSetting);
  if (!row) throw new Error('This database holds no clinic yet.');
  return clinicShape.parse(row.data);
}
