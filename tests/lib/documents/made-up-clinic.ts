// The facts of a made-up clinic, to fill the documents with.
import type { ClinicFacts } from '@/lib/documents/clinic-facts';

export const madeUpClinic: ClinicFacts = {
  clinicName: 'Harbour Practice',
  clinicAddress: '1 Harbour Street, Example Town',
  clinicPhone: '555 0100',
  clinicEmail: 'hello@clinic.example',
  clinicHours: 'Monday to Friday, 9 to 5',
  licenceStatement: 'Every therapist here holds a licence in the state where they work.',
  regulator: 'the Example Board',
  privacyContact: 'Robin Example',
  privacyAuthority: 'the Example Office',
  emergencyNumber: '911',
  recordsKept: '7 years',
  paperCopyCost: 'The first paper copy is free.',
  cancellationNotice: '24 hours',
  lateFee: 'half of the fee',
  statementName: 'HP Services',
  effectiveOn: '1 January 2026',
  feeTable: '| Service | Price |\n| --- | --- |\n| First session | $180 |',
  billingIds: 'NPI 0000000000, tax id 00-0000000.',
};
