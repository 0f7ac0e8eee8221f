// The public keys by which a reader verifies: from a file of their own, never from what is to be verified.
import { createPublicKey, type KeyObject } from 'node:crypto';
import { keyIdOf } from '@/lib/documents/verify-seal';

/** By key id. A clinic that has changed its key keeps the older ones in the same file. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

export const publicKeyText = (publicKey: KeyObject) =>
  `Key ${keyIdOf(publicKey)}\n${publicKey.export({ type: 'spki', format: 'pem' })}`;

/**
 * The Ed25519 keys in `text`, PEM blocks with anything around them. Refused: `private-key` (a secret is where it
 * should not be), `none` (no key in it that could have sealed anything).
 */
export function publicKeysIn(
  text: string,
): { ok: true; keys: PublicKeys } | { ok: false; reason: 'private-key' | 'none' } {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) return { ok: false, reason: 'private-key' };
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.flatMap((block) => {
    const key = readKey(block);
    return key ? [[keyIdOf(key), key] as const] : [];
  });
  return keys.length > 0 ? { ok: true, keys: new Map(keys) } : { ok: false, reason: 'none' };
}

function readKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
