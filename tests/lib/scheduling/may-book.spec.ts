// Who may book whom: each refusal has its own name, and a client hears the one that comes first.
import { expect, test } from '@playwright/test';
import type { BookingFacts, MayNotBook, WhoTheySee } from '@/lib/scheduling/may-book';
import { mayBook } from '@/lib/scheduling/may-book';

const facts: BookingFacts = {
  agreementsMissing: [],
  formsMissing: [],
  region: 'GB-ENG',
  asCouple: false,
  format: 'video',
  language: null,
  hasAppointment: false,
};
const clinician: WhoTheySee = {
  active: true,
  formats: ['video'],
  regions: ['GB-ENG', 'GB-SCT'],
  seesCouples: false,
  languages: ['en'],
};
const notice = new Date('2026-11-25T09:00Z');
const asked = (changes: {
  facts?: Partial<BookingFacts>;
  clinician?: Partial<WhoTheySee>;
  startsAt?: Date;
  offered?: boolean;
}) =>
  mayBook({
    facts: { ...facts, ...changes.facts },
    clinician: { ...clinician, ...changes.clinician },
    startsAt: changes.startsAt ?? notice,
    earliestAt: notice,
    offered: changes.offered ?? true,
  });

const refusals: [what: string, changes: Parameters<typeof asked>[0], reason: MayNotBook][] = [
  [
    'an agreement is not signed (Z-10)',
    { facts: { agreementsMissing: ['agreement'] } },
    'agreements-missing',
  ],
  ['a short form is not done', { facts: { formsMissing: ['5'] } }, 'forms-missing'],
  ['they have an appointment', { facts: { hasAppointment: true } }, 'has-appointment'],
  [
    'the clinician takes nobody new, or has gone (B-11)',
    { clinician: { active: false } },
    'clinician-inactive',
  ],
  ['the clinician has no licence where the client is', { facts: { region: 'US-CA' } }, 'region'],
  ['the client has not said where they are', { facts: { region: null } }, 'region'],
  ['the clinician does not meet that way', { facts: { format: 'in-person' } }, 'format'],
  ['the client has not said how to meet', { facts: { format: null } }, 'format'],
  ['two come and the clinician sees one', { facts: { asCouple: true } }, 'couples'],
  ['they share no language', { facts: { language: 'es' } }, 'language'],
  ['the notice is too short', { startsAt: new Date(notice.getTime() - 1) }, 'too-soon'],
  ['the time is none the clinician keeps (B-10)', { offered: false }, 'not-offered'],
];

test('a client who did all that is needed may book a time that is offered', () => {
  expect(asked({})).toEqual({ ok: true });
  expect(asked({ facts: { asCouple: true }, clinician: { seesCouples: true } })).toEqual({ ok: true });
});

for (const [what, changes, reason] of refusals) {
  test(`refused when ${what}`, () => {
    expect(asked(changes)).toEqual({ ok: false, reason });
  });
}

test('somebody who has an appointment hears that first, and what is missing before any clinician', () => {
  const all = { agreementsMissing: ['agreement'], formsMissing: ['5'], region: 'US-CA' };
  expect(asked({ facts: { ...all, hasAppointment: true } })).toEqual({
    ok: false,
    reason: 'has-appointment',
  });
  expect(asked({ facts: all, offered: false })).toEqual({ ok: false, reason: 'agreements-missing' });
});
