// Fees are exact to the cent, checked whole, saved by an admin alone, and never over a change somebody else made meanwhile.
import { as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { feesFrom, type TypedFees } from '@/lib/clinic/fee-schedule';
import { centsAsTyped, centsFrom, MOST_CENTS, moneyInWords } from '@/lib/clinic/money';
import { isNpi, isTaxId } from '@/lib/clinic/provider-ids';
import { feeScheduleNow, saveFeeSchedule } from '@/lib/clinic/save-fee-schedule';
import { currentVersion } from '@/lib/documents/current-version';
import { expect, test } from '../../support/database';
import { type Team, theTeam } from '../review/made-up-intakes';

// A clinic of its own: its fees change here.

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const typed = (fields: Record<string, string>): TypedFees => ({ one: (field) => fields[field] ?? '' });
const whole = {
  ...{ 'service-1': ' First  session ', 'code-1': '90791', 'minutes-1': '60', 'price-1': '220' },
  ...{ 'service-3': 'Session', 'code-3': '90834', 'minutes-3': '45', 'price-3': '$1,180.50' },
  ...{ currency: 'USD', npi: '1234567893', taxId: '00-0000000', cancellationHours: '48' },
};
const faults = (changes: Record<string, string>, country = 'US') => {
  const read = feesFrom(typed({ ...whole, ...changes }), country);
  return read.ok ? [] : read.errors.map(({ field, reason }) => `${field} ${reason}`);
};

test('every amount of cents up to the most is written and read again as itself', () => {
  const changed = Array.from({ length: 30_001 }, (_, cents) => cents).filter(
    (cents) => centsFrom(centsAsTyped(cents)) !== cents,
  );
  expect(changed).toEqual([]);
  for (const cents of [MOST_CENTS, MOST_CENTS - 1, 1_234_567]) {
    expect(centsFrom(centsAsTyped(cents))).toBe(cents);
    expect(moneyInWords(cents, 'USD').replace(/[$,]/g, '')).toBe(centsAsTyped(cents));
  }
  // What reckoning with fractions gets wrong.
  expect(moneyInWords(3 * 110 + 29, 'USD')).toBe('$3.59');
});

test('an amount is read as people write it, and nothing is guessed', () => {
  for (const [text, cents] of [
    ['220', 22_000],
    [' $220.50 ', 22_050],
    ['1,200', 120_000],
    ['0', 0],
  ] as const)
    expect(centsFrom(text), text).toBe(cents);
  for (const text of ['', '220.5', '220,50', '1,20', '-5', '1e3', '٢٢', '100000.01', '22 0', 'NaN', '0x10'])
    expect(centsFrom(text), text).toBeNull();
});

test('an NPI is ten digits with the right last one; one slip of the finger is found, wherever it is', () => {
  expect(isNpi('1234567893')).toBe(true);
  const slips = Array.from({ length: 100 }, (_, at) => {
    const place = Math.floor(at / 10);
    return `${'1234567893'.slice(0, place)}${at % 10}${'1234567893'.slice(place + 1)}`;
  });
  expect([...new Set(slips.filter(isNpi))]).toEqual(['1234567893']);
  expect(isNpi('0000000000')).toBe(false);
  expect([isTaxId('12-3456789', 'US'), isTaxId('123-45-6789', 'US'), isTaxId('GB 123', 'GB')]).toEqual([
    ...[true, false, true],
  ]);
});

test('a row left empty is no service, and every fault is named with its field', () => {
  const read = feesFrom(typed(whole), 'US');
  expect(read).toMatchObject({
    ok: true,
    schedule: {
      fees: [
        { service: 'First session', code: '90791', minutes: 60, cents: 22_000 },
        { service: 'Session', code: '90834', minutes: 45, cents: 118_050 },
      ],
      cancellationHours: 48,
    },
  });
  expect(faults({ 'price-1': '', 'minutes-3': '4.5' })).toEqual([
    'price-1 price-wrong',
    'minutes-3 minutes-wrong',
  ]);
  expect(faults({ 'code-3': '90791', 'service-3': 'First session' })).toEqual(['service-3 same-twice']);
  expect(
    faults({ 'service-3': '', currency: 'XXX', npi: '1', taxId: '1', cancellationHours: '337' }),
  ).toEqual([
    'service-3 service-missing',
    'currency currency-missing',
    'npi npi-wrong',
    'taxId tax-id-wrong',
    'cancellationHours notice-wrong',
  ]);
  expect(feesFrom(typed({}), 'US')).toMatchObject({ ok: false });
  expect(faults({ npi: '', taxId: '' }), 'they may be missing').toEqual([]);
});

test('saved fees count at once; what was published keeps the old ones; the record says which part, and no figure', async ({
  database: { ownerSql: sql },
}) => {
  const { schedule, stamp } = await feeScheduleNow(team.admin);
  const before = await as(team.admin, (tx) => currentVersion(tx, 'fees'));
  const dearer = schedule.fees.map((fee) => ({ ...fee, cents: fee.cents + 501 }));
  expect(await saveFeeSchedule(team.admin, { schedule: { ...schedule, fees: dearer }, stamp })).toEqual({
    ok: true,
  });
  const clinic = await as(team.admin, clinicOf);
  expect(clinic.fees).toEqual(dearer);
  expect(clinic.hours.length, 'nothing else of the clinic is touched').toBe(5);
  expect((await as(team.admin, (tx) => currentVersion(tx, 'fees')))?.sha256).toBe(before?.sha256);
  const [line] = await sql`
    select actor_id, detail from audit_event where event = 'clinic.changed' order by seq desc limit 1`;
  expect(line?.actor_id).toBe(team.admin.id);
  expect(JSON.parse(line?.detail)).toEqual({ part: 'fees', changed: ['fees'], services: 3 });
});

test('of two who change the fees at once one is taken, and the other is told', async () => {
  const { schedule, stamp } = await feeScheduleNow(team.admin);
  const with_ = (cancellationHours: number) =>
    saveFeeSchedule(team.admin, { schedule: { ...schedule, cancellationHours }, stamp });
  const answers = await Promise.all([with_(36), with_(12)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual([{ ok: false, reason: 'changed-meanwhile' }]);
});

test('nobody but an admin changes them, not even past the application', async () => {
  const { schedule, stamp } = await feeScheduleNow(team.admin);
  const free = { schedule: { ...schedule, fees: [] }, stamp };
  for (const actor of [team.frontDesk, team.clinician, team.lead]) {
    expect(await saveFeeSchedule(actor, free)).toEqual({ ok: false, reason: 'not-allowed' });
    const changed = await as(actor, (tx) =>
      tx.execute(`update clinic_setting set data = '{}' where id = 1 returning id`),
    );
    expect([...changed]).toEqual([]);
  }
});
