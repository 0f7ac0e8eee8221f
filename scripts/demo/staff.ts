// Who works at the demo's clinic, and when: three clinicians whose hours, zones, formats and licences differ.
import type { Role } from '@/db/client';
import type { clinician } from '@/db/schema';

type Hours = { weekday: number; startsLocal: string; endsLocal: string };
type Practice = Omit<typeof clinician.$inferInsert, 'id'> & { hours: Hours[] };

export type StaffMember = {
  email: string;
  name: string;
  credential: string;
  roles: Role[];
  /** Of a clinician: how they work. */
  practice?: Practice;
};

const hours = (weekdays: number[], ...spans: [string, string][]): Hours[] =>
  weekdays.flatMap((weekday) =>
    spans.map(([startsLocal, endsLocal]) => ({ weekday, startsLocal, endsLocal })),
  );

export const demoStaff: readonly StaffMember[] = [
  { email: 'admin@demo.example', name: 'Alex Keyholder (made up)', credential: '', roles: ['admin'] },
  { email: 'lead@demo.example', name: 'Linden Overseer (made up)', credential: 'PhD', roles: ['lead'] },
  { email: 'frontdesk@demo.example', name: 'Fran Welcome (made up)', credential: '', roles: ['front-desk'] },
  {
    email: 'clinician@demo.example',
    name: 'Rowan Placeholder (made up)',
    credential: 'PhD, licensed psychologist',
    roles: ['clinician'],
    practice: {
      zone: 'America/New_York',
      sessionMinutes: 50,
      bufferAfterMinutes: 15,
      noticeHours: 24,
      horizonDays: 28,
      dailyMaximum: 5,
      formats: ['video', 'in-person'],
      regions: ['US-NY', 'US-NJ', 'US-CT', 'US-MA'],
      seesCouples: true,
      languages: ['en'],
      hours: [
        ...hours([1, 2, 3, 4], ['09:00', '12:30'], ['13:30', '17:00']),
        ...hours([5], ['09:00', '13:00']),
      ],
    },
  },
  {
    email: 'clinician2@demo.example',
    name: 'Sasha Sample (made up)',
    credential: 'LMFT',
    roles: ['clinician'],
    practice: {
      zone: 'America/Los_Angeles',
      sessionMinutes: 50,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
      noticeHours: 24,
      horizonDays: 35,
      dailyMaximum: 6,
      formats: ['video'],
      regions: ['US-CA', 'US-OR', 'US-WA'],
      seesCouples: true,
      languages: ['en', 'es'],
      hours: hours([2, 3, 4, 5, 6], ['11:00', '14:00'], ['15:00', '19:00']),
    },
  },
  {
    email: 'clinician3@demo.example',
    name: 'Toby Specimen (made up)',
    credential: 'MSc, accredited psychosexual therapist',
    roles: ['clinician'],
    practice: {
      zone: 'Europe/London',
      sessionMinutes: 50,
      bufferAfterMinutes: 10,
      noticeHours: 48,
      horizonDays: 42,
      dailyMaximum: 4,
      formats: ['video'],
      regions: ['GB-ENG', 'GB-SCT', 'GB-WLS', 'IE'],
      seesCouples: false,
      languages: ['en', 'cy'],
      hours: hours([1, 3, 5], ['12:00', '20:00']),
    },
  },
];

/** Who is on call in an ordinary week, in the clinic's zone; at night and at weekends the lead is told. */
export const demoRota: readonly { email: string; weekdays: number[]; from: string; until: string }[] = [
  { email: 'clinician@demo.example', weekdays: [1, 2, 3, 4, 5], from: '08:00', until: '18:00' },
  { email: 'clinician2@demo.example', weekdays: [6], from: '10:00', until: '16:00' },
];
