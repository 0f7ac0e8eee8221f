// Ids that sort by time for rows, and random references for addresses: one never reveals the other.
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUIDv7 for a new row. Never shown in a URL. */
export const newId = (): string => v7();

// Crockford's base 32: no I, L, O or U, so that a reference survives being read out on the phone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Words of theirs that ten letters drawn by lot may spell, and nobody should meet in an address. */
const SPELLS = /SEX|THERAP/;

/** A random reference of ten characters (50 bits, but for a few in ten thousand) that may stand in a URL or be read aloud. */
export function newReference(): string {
  const drawn = Array.from(randomBytes(10), (byte) => ALPHABET[byte & 31]).join('');
  return SPELLS.test(drawn) ? newReference() : drawn;
}

/** Whether it has the shape of a row's id: Postgres refuses to compare one with anything else. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A reference out of an address, as it is stored: who types one in small letters means the same. Anything else stays as it is. */
export const asStored = (written: string): string =>
  isReference(written.toUpperCase()) ? written.toUpperCase() : written;

/** Whether it has the shape of a reference: what hasn't is not worth a look into the database. */
export const isReference = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text);
