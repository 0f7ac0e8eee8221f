// What somebody needs who can't open their mailbox any more: when and where to reach the clinic, and what it will ask.
import { as, visitor } from '@/db/client';
import { type Clinic, clinicOf } from './clinic';

export type RecoveryHelp = Pick<Clinic, 'phone' | 'email' | 'address' | 'hours' | 'zone' | 'recoverySteps'>;

/** Null while the database can't be asked, or holds no clinic: the rest of the page must stay. */
export async function recoveryHelp(): Promise<RecoveryHelp | null> {
  try {
    const { phone, email, address, hours, zone, recoverySteps } = await as(visitor, clinicOf);
    return { phone, email, address, hours, zone, recoverySteps };
  } catch (error) {
    console.error(
      'clinic: how to reach it could not be read:',
      error instanceof Error ? error.message : error,
    );
    return null;
  }
}
