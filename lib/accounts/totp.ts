// The second factor: a code that changes every thirty seconds, good once.
import { Secret, TOTP } from 'otpauth';
import { settings } from '@/lib/env/settings';

export const STEP_SECONDS = 30;

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Foyer',
    label,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: STEP_SECONDS,
    algorithm: 'SHA1',
  });

/** A new secret of 160 bits, base32 (RFC 4226 asks for 128 or more). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads. `label` tells accounts apart in it. */
export const totpAddress = (secret: string, label: string): string =>
  totpOf(secret, `${label} (${settings.publicUrl.hostname})`).toString();

/** The 30-second step a code belongs to, one step to either side forgiven (RFC 6238); null when it is no code of this secret. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({
    token: code.replaceAll(/\s/g, ''),
    timestamp: now.getTime(),
    window: 1,
  });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** The code of this moment: for the demo's mailbox page and for tests. */
export const totpCode = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() });
