// When somebody is there and where, for a page that says so to whoever is signed in.
import { type Actor, as } from '@/db/client';
import { type Clinic, clinicOf } from './clinic';

export async function hoursOfClinic(actor: Actor): Promise<Pick<Clinic, 'hours' | 'zone' | 'country'>> {
  const { hours, zone, country } = await as(actor, clinicOf);
  return { hours, zone, country };
}
