// The table of statuses is the whole of what can become of a submission, for each kind of person.
import { expect, test } from '@playwright/test';
import type { Actor, Role } from '@/db/client';
import { EVENTS } from '@/lib/audit/events';
import {
  changesOpen,
  mayMake,
  STATUSES,
  type Status,
  type StatusVerb,
  TRANSITIONS,
  transition,
} from '@/lib/review/status';

const client: Actor = { kind: 'client', id: 'c' };
const staff = (...roles: Role[]): Actor => ({ kind: 'staff', id: 's', roles });

const EXPECTED: [from: Status, verb: StatusVerb, to: Status, who: 'client' | 'clinical' | 'lead'][] = [
  ['draft', 'send', 'submitted', 'client'],
  ['submitted', 'begin-review', 'in-review', 'clinical'],
  ['in-review', 'ask-for-more', 'information-wanted', 'clinical'],
  ['information-wanted', 'give-more', 'in-review', 'client'],
  ['information-wanted', 'go-on-without', 'in-review', 'clinical'],
  ['in-review', 'accept', 'accepted', 'clinical'],
  ['in-review', 'decline', 'declined', 'clinical'],
  ['information-wanted', 'decline', 'declined', 'clinical'],
  ['accepted', 'assign', 'assigned', 'clinical'],
  ['accepted', 'close', 'closed', 'clinical'],
  ['assigned', 'close', 'closed', 'clinical'],
  ['closed', 'reopen', 'assigned', 'clinical'],
  ['closed', 'reopen-unassigned', 'accepted', 'clinical'],
  ['declined', 'reconsider', 'in-review', 'lead'],
];

test('each change leads where the clinic says it does', () => {
  for (const [from, verb, to] of EXPECTED) expect(transition(verb, from)?.to).toBe(to);
  expect(TRANSITIONS).toHaveLength(EXPECTED.length);
});

test('what is not in the table cannot happen', () => {
  for (const from of STATUSES) {
    for (const { verb } of TRANSITIONS) {
      const expected = EXPECTED.some((row) => row[0] === from && row[1] === verb);
      expect(transition(verb, from) !== null, `${verb} from ${from}`).toBe(expected);
    }
  }
});

test('clients send and give more; clinicians and the lead do the rest; a decline is the lead’s alone to take back', () => {
  for (const [, verb, , who] of EXPECTED) {
    expect(mayMake(verb, client), verb).toBe(who === 'client');
    expect(mayMake(verb, staff('clinician')), verb).toBe(who === 'clinical');
    expect(mayMake(verb, staff('lead')), verb).toBe(who !== 'client');
    for (const actor of [staff('admin'), staff('front-desk'), staff(), { kind: 'job', name: 'j' } as const]) {
      expect(mayMake(verb, actor), verb).toBe(false);
    }
  }
});

test('each status can be left, a decided one only by taking the decision back', () => {
  for (const status of STATUSES)
    expect(
      TRANSITIONS.some(({ from }) => from === status),
      status,
    ).toBe(true);
  expect(changesOpen(staff('clinician'), 'declined')).toEqual([]);
  expect(changesOpen(staff('lead'), 'declined')).toEqual(['reconsider']);
  expect(changesOpen(staff('clinician'), 'closed')).toEqual(['reopen', 'reopen-unassigned']);
  expect(changesOpen(staff('clinician'), 'in-review')).toEqual(['ask-for-more', 'accept', 'decline']);
  expect(changesOpen(staff('front-desk'), 'in-review')).toEqual([]);
});

test('each change has its own line in the record', () => {
  for (const { event, verb } of TRANSITIONS) expect(EVENTS, verb).toContain(event);
});
