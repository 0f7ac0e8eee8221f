// What a first session costs is shown from the clinic's own schedule, and nothing is made up where it says nothing.
import { expect, test } from '@playwright/test';
import { feesOfFirstSession } from '@/lib/clinic/first-session-fees';

const fee = (code: string, minutes: number) => ({ code, service: code, minutes, cents: 1 });
const codes = (...fees: ReturnType<typeof fee>[]) => feesOfFirstSession(fees, 50).map(({ code }) => code);

test('a first session of its own is named alone; else all that are as long; else none', () => {
  expect(codes(fee('90834', 50), fee('90791', 50), fee('90847', 50))).toEqual(['90791']);
  expect(codes(fee('90834', 50), fee('90847', 50), fee('90832', 30))).toEqual(['90834', '90847']);
  expect(codes(fee('90791', 90))).toEqual([]);
});
