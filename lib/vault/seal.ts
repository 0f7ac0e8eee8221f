// What a person told us is unreadable without their key, and a sealed value opens only in the place it was sealed for.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value lives. It is bound in: moved to another row or column, it no longer opens. */
export type Place = { table: string; column: string; row: string };

/** A sealed value that was moved, cut or changed, or whose key is gone. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

const aad = ({ table, column, row }: Place) => Buffer.from(`${table}\n${column}\n${row}`);

/** AES-256-GCM with a fresh 96-bit nonce. `keyName` stands in front, so that each value says what opens it. */
export function sealWith(key: Buffer, keyName: string, place: Place, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    's1',
    keyName,
    nonce.toString('base64url'),
    Buffer.concat([body, cipher.getAuthTag()]).toString('base64url'),
  ].join('.');
}

/** The text in `sealed`. Throws `Unreadable` when the key, the place or one bit is not what it was. */
export function openWith(key: Buffer, place: Place, sealed: string): string {
  const [format, , nonce, rest] = sealed.split('.');
  const bytes = Buffer.from(rest ?? '', 'base64url');
  if (format !== 's1' || !nonce || bytes.length < 16)
    throw new Unreadable(`not a sealed value: ${placeName(place)}`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      .setAAD(aad(place))
      .setAuthTag(bytes.subarray(-16));
    return decipher.update(bytes.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Unreadable(`a sealed value does not open: ${placeName(place)}`);
  }
}

const placeName = ({ table, column, row }: Place) => `${table}.${column} of ${row}`;
