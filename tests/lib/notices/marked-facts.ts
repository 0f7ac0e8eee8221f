// Facts for every mail, with marks where a careless template could let something through. All made up.
import type { NoticeFacts } from '@/lib/notices/catalogue';

export const MARKED = {
  partner: 'Quillon',
  credential: 'CST-Zeta',
  firstName: 'Marigold',
} as const;

const link = 'http://localhost:3000/sign-in';

const appointment = { when: 'Tuesday 24 November 2026, 10:00 am (Greenwich Mean Time, London)', link };

export const markedFacts: NoticeFacts = {
  'sign-in': { code: '01234567', link: 'http://localhost:3000/sign-in/link?token=a-_b&x=1', minutes: 10 },
  'saved-draft': { link },
  'forms-due': { link },
  'draft-ending': { days: 14, link },
  invited: { link },
  'offer-taken-back': { link },
  'appointment-booked': appointment,
  'appointment-moved': appointment,
  'appointment-cancelled': { when: null, link },
  'appointment-reminder': { when: null, link },
  'appointment-offered': appointment,
  'submission-received': { link },
  'question-for-you': { link },
  'estimate-given': { link },
  'letter-for-you': { ...appointment, cancelled: true },
  'sign-in-changed': { link },
  'staff-invited': { link },
  'staff-sign-in-tried': { link: 'http://localhost:3000/staff/account' },
  'staff-sign-in-changed': { link: 'http://localhost:3000/staff/account' },
  'team-changed': { link: 'http://localhost:3000/staff/team' },
  'address-code': { code: '76543210', minutes: 10 },
  'address-taken': { link },
  'address-left': { link: 'http://localhost:3000/sign-in/lost' },
  'address-begun': { link },
  'recovery-asked': { link },
  'recovery-waits': { link },
  'reset-asked': { link },
  'reset-waits': { link },
  'reset-done': { link: 'http://localhost:3000/sign-in/lost' },
  'given-to-you': { link: 'http://localhost:3000/staff/submissions/0123456789' },
  'flag-raised': { link: 'http://localhost:3000/staff/submissions/0123456789' },
  'flag-late': { link: 'http://localhost:3000/staff/submissions/0123456789' },
  'flag-taken-over': { link: 'http://localhost:3000/staff/submissions/0123456789' },
  'glass-broken': { link: 'http://localhost:3000/staff/opened-files' },
  'going-live-lapsed': { link: 'http://localhost:3000/staff/settings/going-live' },
};
