// The code and the link of a sign-in request: both follow from its id and a secret, so that neither is ever stored.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { settings } from '@/lib/env/settings';

export const CODE_MINUTES = 10;
export const CODE_TRIES = 5;

const derive = (purpose: string, id: string) =>
  createHmac('sha256', settings.authSecret).update(`${purpose}\n${id}`).digest();

const eightDigits = (purpose: string, id: string): string =>
  String(derive(purpose, id).readBigUInt64BE() % 100_000_000n).padStart(8, '0');

/** The eight digits of a request. */
export const codeOf = (requestId: string): string => eightDigits('sign-in-code', requestId);

/** The eight digits that show a new address is its owner's: they let nobody in. */
export const addressCodeOf = (changeId: string): string => eightDigits('address-code', changeId);

/** The 256-bit token in a request's link. */
export const linkTokenOf = (requestId: string): string =>
  derive('sign-in-link', requestId).toString('base64url');

/** 256 random bits, for a cookie or a ticket. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What next-auth asks the adapter for: SHA-256 of the ticket and its secret. */
export const hashOfTicket = (ticket: string): string =>
  createHash('sha256').update(`${ticket}${settings.authSecret}`).digest('hex');

/** Whether two secrets are equal, in the same time whatever they are. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
