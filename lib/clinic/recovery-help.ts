// What somebody needs who can't open their mailbox any more: when and where to reach the clinic, and what it will ask.
import { as, visitor } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { type Clinic, clinicShape } from './clinic';

export type RecoveryHelp = Pick<Clinic, 'phone' | 'email' | 'address' | 'hours' | 'zone' | 'recoverySteps'>;

/** Null until the clinic has been set up. Without the number the page would help nobody: what can't be read is thrown. */
export async function recoveryHelp(): Promise<RecoveryHelp | null> {
  const [row] = await as(visitor, (tx) => tx.select({ data: clinicSetting.data }).from(clinicSetting));
  if (!row) return null;
  const { phone, email, address, hours, zone, recoverySteps } = clinicShape.parse(row.data);
  return { phone, email, address, hours, zone, recoverySteps };
}
