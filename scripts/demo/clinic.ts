// The demo's clinic: Harbour Practice, made up from its address to its fees.
import type { Clinic } from '@/lib/clinic/clinic';
import { RECOVERY_STEP_IDS } from '@/lib/clinic/recovery-steps';
import type { ReferralPlace } from '@/lib/clinic/referral-places';

export const demoClinic: Clinic = {
  name: 'Harbour Practice (a made-up clinic)',
  shortName: 'Harbour Practice',
  address: '1 Example Quay, New York, NY 00000 (made up)',
  // 555-01xx numbers belong to nobody.
  phone: '+1 212 555 0100',
  email: 'hello@demo.example',
  country: 'US',
  zone: 'America/New_York',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  holidays: [],
  licence: 'Every therapist here is made up, and so is the licence each of them holds where they work.',
  taxId: '00-0000000',
  // The number with which its check digit is usually explained.
  npi: '1234567893',
  fees: [
    { code: '90791', service: 'First session', minutes: 50, cents: 22_000 },
    { code: '90834', service: 'Session', minutes: 50, cents: 18_000 },
    { code: '90847', service: 'Session for two', minutes: 50, cents: 24_000 },
  ],
  currency: 'USD',
  cancellationHours: 24,
  offerHours: 12,
  packsOff: [],
  recoverySteps: [...RECOVERY_STEP_IDS],
};

/** Places to go instead: none of them is there, and no number is anybody's. */
export const demoPlaces: ReferralPlace[] = [
  {
    name: 'Lantern Street Practice (made up)',
    whatFor: 'Couples, and single people, in person',
    phone: '+1 212 555 0142',
    web: 'https://lantern-street.example',
    note: 'They often have times within two weeks.',
  },
  {
    name: 'Riverside Doctors (made up)',
    whatFor: 'Questions about health and medicine',
    phone: '+1 212 555 0187',
    web: '',
    note: 'Say that you would like to see Doctor Sample.',
  },
  {
    name: 'Open Door Helpline (made up)',
    whatFor: 'Somebody to talk to in the evening, without a name',
    phone: '+1 212 555 0111',
    web: 'https://open-door.example',
    note: '',
  },
];
