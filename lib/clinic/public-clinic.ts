// What anybody may know of the clinic before they sign in: where it is, how to reach it, what a session costs.
import { as, visitor } from '@/db/client';
import { clinicSetting } from '@/db/schema';
import { type Clinic, clinicShape } from './clinic';

export type PublicClinic = Pick<
  Clinic,
  'shortName' | 'address' | 'phone' | 'email' | 'country' | 'fees' | 'currency' | 'cancellationHours'
>;

/** Null until the clinic has been set up, and while the database can't be asked: a page that says more than this must stay. */
export async function publicClinic(): Promise<PublicClinic | null> {
  try {
    const [row] = await as(visitor, (tx) => tx.select({ data: clinicSetting.data }).from(clinicSetting));
    if (!row) return null;
    const { shortName, address, phone, email, country, fees, currency, cancellationHours } =
      clinicShape.parse(row.data);
    return { shortName, address, phone, email, country, fees, currency, cancellationHours };
  } catch (error) {
    console.error(
      'clinic: its public facts could not be read:',
      error instanceof Error ? error.message : error,
    );
    return null;
  }
}
