// Who shares an inbox is urged to add a second key, until they have one or say "not now"; nobody else is asked.
import { as } from '@/db/client';
import { putOffSecondKey } from '@/lib/accounts/put-off-second-key';
import { setPin } from '@/lib/accounts/set-pin';
import { shiftClock } from '@/lib/env/clock';
import { urgesSecondKey } from '@/lib/onboarding/urge-second-key';
import { openMadeUpClinic, save } from '@/tests/lib/forms/made-up-intake';
import { expect, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { openSession, signedIn } from '@/tests/support/sessions';

test.beforeAll(({ database }) => openMadeUpClinic(database));
test.afterEach(() => shiftClock(0));

const urged = (client: Awaited<ReturnType<typeof aClient>>) =>
  as(client, (tx) => urgesSecondKey(tx, client.id));

test('nobody is urged before they have answered, nor whose inbox is their own', async () => {
  const client = await aClient();
  expect(await urged(client)).toBe(false);
  await save(client, '1', 'a1', { A1: 'only-me' });
  expect(await urged(client)).toBe(false);
});

for (const inbox of ['others', 'not-sure']) {
  test(`“${inbox}” is urged, until a key is there`, async () => {
    const client = await aClient();
    await save(client, '1', 'a1', { A1: inbox });
    expect(await urged(client)).toBe(true);
    const set = await setPin(client, await openSession(await signedIn(client)), {
      typed: '604917',
      again: '604917',
      ip: '192.0.2.1',
    });
    expect(set.ok).toBe(true);
    expect(await urged(client)).toBe(false);
  });
}

test('“not now” is kept, until the answer changes', async () => {
  const client = await aClient();
  await save(client, '1', 'a1', { A1: 'others' });
  shiftClock(1000);
  await putOffSecondKey(client);
  expect(await urged(client)).toBe(false);
  shiftClock(2000);
  await save(client, '1', 'a1', { A1: 'not-sure' }, 1);
  expect(await urged(client)).toBe(true);
});
