// What is sealed opens only for its owner, in its place, unchanged.

import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { vaultKey } from '@/db/schema';
import { emailIndex, namePrefixIndexes, nameSearchIndex } from '@/lib/vault/indexes';
import { openFor, sealFor } from '@/lib/vault/keys';
import { expect, test } from '../../support/database';
import { aClient, aJob } from '../../support/people';

const place = { table: 'answer', column: 'value', row: '1' };

test.describe('the vault', () => {
  test('gives back what it was given, whatever the letters', async () => {
    const client = await aClient();
    for (const text of ['plain', '', 'Zoë \u202Eright\u0000 👩‍❤️‍👩', 'x'.repeat(20_000)]) {
      const back = await as(client, async (tx) =>
        openFor(tx, client.id, place, await sealFor(tx, client.id, place, text)),
      );
      expect(back).toBe(text);
    }
  });

  test('the same text is never sealed the same way twice', async () => {
    const client = await aClient();
    const [a, b] = await as(client, async (tx) => [
      await sealFor(tx, client.id, place, 'x'),
      await sealFor(tx, client.id, place, 'x'),
    ]);
    expect(a).not.toBe(b);
  });

  for (const [what, elsewhere] of Object.entries({
    row: { ...place, row: '2' },
    column: { ...place, column: 'note' },
    table: { ...place, table: 'flag_event' },
  })) {
    test(`P-04 a value moved to another ${what} does not open`, async () => {
      const client = await aClient();
      const sealed = await as(client, (tx) => sealFor(tx, client.id, place, 'secret'));
      await expect(as(client, (tx) => openFor(tx, client.id, elsewhere, sealed))).rejects.toThrow(
        /does not open/,
      );
    });
  }

  test('P-04 one flipped bit anywhere and it does not open', async () => {
    const client = await aClient();
    const sealed = await as(client, (tx) => sealFor(tx, client.id, place, 'secret'));
    const [format, key, nonce, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const forged = [format, key, nonce, changed.toString('base64url')].join('.');
      await expect(as(client, (tx) => openFor(tx, client.id, place, forged))).rejects.toThrow(
        /does not open/,
      );
    }
  });

  test('one client’s key does not open another’s value', async () => {
    const [mine, other] = [await aClient(), await aClient()];
    const sealed = await as(mine, (tx) => sealFor(tx, mine.id, place, 'secret'));
    await expect(as(other, (tx) => openFor(tx, other.id, place, sealed))).rejects.toThrow(/does not open/);
    await expect(
      as(other, (tx) => openFor(tx, mine.id, place, sealed)),
      'and cannot fetch the key',
    ).rejects.toThrow(/no key/);
  });

  test('once the key is gone, what it sealed is gone too', async () => {
    const client = await aClient();
    const sealed = await as(client, (tx) => sealFor(tx, client.id, place, 'secret'));
    await as(aJob, (tx) => tx.delete(vaultKey).where(eq(vaultKey.subjectId, client.id)));
    await expect(as(client, (tx) => openFor(tx, client.id, place, sealed))).rejects.toThrow(/no key/);
  });

  test('an address is found however it is written, and a name by three letters, with or without accents', () => {
    expect(emailIndex(' Kim@Example.ORG ')).toBe(emailIndex('kim@example.org'));
    expect(emailIndex('kim@example.org')).not.toBe(emailIndex('kin@example.org'));
    const marks = namePrefixIndexes('Zoë van der Bérg');
    for (const beginning of ['zoe', 'Zoë v', 'ber', 'BERG', 'der'])
      expect(marks).toContain(nameSearchIndex(beginning));
    expect(marks).not.toContain(nameSearchIndex('erg'));
    expect(nameSearchIndex('zo')).toBeNull();
  });
});
