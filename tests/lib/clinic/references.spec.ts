// A reference stands in addresses and is read aloud: chance must not spell there what no title may say.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { TELLING } from '@/lib/clinic/neutral-name';
import { isReference, newReference } from '@/lib/env/ids';
import { expect, test } from '../../support/database';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What `newReference` gives when chance draws these letters, one word after the other. */
function drawnAs(...words: string[]): string {
  const real = crypto.randomBytes;
  const left = words.map((word) =>
    Buffer.from([...word.padEnd(10, '7')].map((one) => ALPHABET.indexOf(one))),
  );
  crypto.randomBytes = (() => left.shift() ?? real(10)) as typeof real;
  syncBuiltinESMExports();
  try {
    return newReference();
  } finally {
    crypto.randomBytes = real;
    syncBuiltinESMExports();
  }
}

test('what chance draws is the reference', () => {
  expect(drawnAs('0ABC')).toBe('0ABC777777');
  expect(isReference(newReference())).toBe(true);
});

/** The others have an I, an L, an O or a U, which no reference has. */
const SPELT = TELLING.map((word) => word.toUpperCase()).filter((word) => !/[ILOU]/.test(word));

for (const word of SPELT) {
  test(`where it draws “${word}”, it is drawn again`, () => {
    expect(drawnAs(word, `9${word}`, '0ABC')).toBe('0ABC777777');
  });
}

test('those are the words that letters of a reference can spell', () => {
  expect(SPELT).toEqual(['SEX', 'THERAP']);
});

test('nor do those that the database draws', async ({ database }) => {
  const [spelt] = await database.ownerSql`
    select count(*)::int as n from (select foyer.new_reference() as drawn from generate_series(1, 60000)) made
    where drawn ~ ${SPELT.join('|')}`;
  expect(spelt?.n).toBe(0);
});
