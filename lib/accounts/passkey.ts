// What this site asks of a passkey: for this address alone, its owner verified by their device, and nothing about them in it.
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { settings } from '@/lib/env/settings';
import { peppered } from '@/lib/vault/indexes';

/** The host a passkey is for, and the one origin its answer may come from. */
export const relyingParty = () => ({ id: settings.publicUrl.hostname, origin: settings.publicUrl.origin });

/** Who the passkey is for, as its device keeps it: 32 bytes, the same for all of one client's, that say nothing. */
export const userHandle = (accountId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(peppered('passkey-user', accountId), 'base64url'));

/** A credential's id, as browsers write it. */
const BASE64URL = /^[\w-]{1,1400}$/;

/** What the browser posted, as far as it looks like a passkey's answer; the library checks the rest. Null when it doesn't. */
export function passkeyAnswer<T extends { id: string }>(posted: string): T | null {
  try {
    const read: unknown = JSON.parse(posted);
    const isAnswer =
      typeof read === 'object' &&
      read !== null &&
      'id' in read &&
      typeof read.id === 'string' &&
      BASE64URL.test(read.id) &&
      'response' in read;
    return isAnswer ? (read as unknown as T) : null;
  } catch {
    return null;
  }
}

/** How a device may be reached, as it said; only words that WebAuthn knows. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export const transportsOf = ({ response: { transports } }: RegistrationResponseJSON): string[] =>
  TRANSPORTS.filter((each) => Array.isArray(transports) && transports.includes(each));
