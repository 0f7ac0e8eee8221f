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

const EXPECTED: [from: Status, verb: StatusVerb, to: Status, who: 'client' | 'clinical'][] = [
  ['draft', 'send', 'submitted', 'client'],
  ['submitted', 'begin-review', 'in-review', 'clinical'],
  ['in-review', 'ask-for-more', 'information-wanted', 'clinical'],
  ['information-wanted', 'give-more', 'in-review', 'client'],
  ['information-wanted', 'go-on-without', 'in-review', 'clinical'],
  ['in-review', 'accept', 'accepted', 'clinical'],
  ['in-review', 'decline', 'declined', 'clinical'],
  ['accepted', 'assign', 'assigned', 'clinical'],
  ['assigned', 'close', 'closed', 'clinical'],
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

test('clients send and give more; clinicians and the lead do the rest; nobody else does anything', () => {
  for (const [, verb, , who] of EXPECTED) {
    expect(mayMake(verb, client), verb).toBe(who === 'client');
    for (const role of ['clinician', 'lead'] as const) {
      expect(mayMake(verb, staff(role)), `${role} ${verb}`).toBe(who === 'clinical');
    }
    for (const actor of [staff('admin'), staff('front-desk'), staff(), { kind: 'job', name: 'j' } as const]) {
      expect(mayMake(verb, actor), verb).toBe(false);
    }
  }
});

test('a decided submission stays decided, and each status but those can be left', () => {
  for (const status of STATUSES) {
    const leaves = TRANSITIONS.some(({ from }) => from === status);
    expect(leaves, status).toBe(!['declined', 'closed'].includes(status));
  }
  expect(changesOpen(staff('clinician'), 'in-review')).toEqual(['ask-for-more', 'accept', 'decline']);
  expect(changesOpen(staff('front-desk'), 'in-review')).toEqual([]);
});

test('each change has its own line in the record', () => {
  for (const { event, verb } of TRANSITIONS) expect(EVENTS, verb).toContain(event);
});
