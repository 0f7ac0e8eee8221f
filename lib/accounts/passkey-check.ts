// What a device is asked for a passkey, and whether its answer is one: the same for clients and for staff.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { CHALLENGE_MINUTES } from './challenge';
import { relyingParty, userHandle } from './passkey';

type Listed = { id: string; transports: string[] };

const bytesOf = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'));

/** `names` = what the device will show: neutral words, never the address. `known` = what the account has already. */
export const optionsToMake = (
  accountId: string,
  asked: { names: { site: string; user: string }; known: Listed[]; challenge: string },
) =>
  generateRegistrationOptions({
    rpName: asked.names.site,
    rpID: relyingParty().id,
    userName: asked.names.user,
    userDisplayName: asked.names.user,
    userID: userHandle(accountId),
    challenge: bytesOf(asked.challenge),
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: 'none',
    excludeCredentials: asked.known,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });

/** `mine` = the account's passkeys: any of them will do. */
export const optionsToGive = ({ mine, challenge }: { mine: Listed[]; challenge: string }) =>
  generateAuthenticationOptions({
    rpID: relyingParty().id,
    challenge: bytesOf(challenge),
    timeout: CHALLENGE_MINUTES * 60_000,
    allowCredentials: mine,
    userVerification: 'required',
  });

/** The new credential, or null: the library throws for an answer that is not ours. */
export async function checkedNew(response: RegistrationResponseJSON, expectedChallenge: string) {
  const { id, origin } = relyingParty();
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
  }).catch(() => null);
  return verified?.registrationInfo?.credential ?? null;
}

/** The new count of uses, or null when this is not the kept passkey's answer to the challenge. */
export async function checkedGiven(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  kept: { credentialId: string; publicKey: string; counter: number },
): Promise<number | null> {
  const { id, origin } = relyingParty();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential: {
      id: kept.credentialId,
      publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')),
      counter: kept.counter,
    },
    requireUserVerification: true,
  }).catch(() => null);
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}
