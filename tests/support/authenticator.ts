// A made-up device that makes passkeys and signs with them, as WebAuthn writes it down: for trying what a real one never would.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const bytes = (data: Buffer) =>
  Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 255]), data]);
const word = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

type Situation = { origin: string; host: string; challenge: string; verified?: boolean; counter?: number };

const clientData = (type: string, { challenge, origin }: Situation) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** User present (1), user verified (4), a key enclosed (64). */
function authenticatorData({ host, verified = true, counter = 0 }: Situation, enclosed = Buffer.alloc(0)) {
  const flags = 1 | (verified ? 4 : 0) | (enclosed.length > 0 ? 64 : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(host), Buffer.from([flags]), count, enclosed]);
}

export function makeAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  // COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
  const coordinate = (key: number, value: string) =>
    Buffer.concat([Buffer.from([key, 0x58, 32]), Buffer.from(value, 'base64url')]);
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    coordinate(0x21, x),
    coordinate(0x22, y),
  ]);
  const enclosed = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
  const common = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key' as const,
    clientExtensionResults: {},
  };
  return {
    id: common.id,
    /** What it answers when it is asked for a new passkey. */
    make(situation: Situation): string {
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0])],
        ...[word('authData'), bytes(authenticatorData(situation, enclosed))],
      ]);
      const answer: RegistrationResponseJSON = {
        ...common,
        response: {
          attestationObject: attestation.toString('base64url'),
          clientDataJSON: clientData('webauthn.create', situation).toString('base64url'),
          transports: ['internal'],
        },
      };
      return JSON.stringify(answer);
    },
    /** What it answers when it is asked to show it. */
    give(situation: Situation): string {
      const data = authenticatorData(situation);
      const said = clientData('webauthn.get', situation);
      const answer: AuthenticationResponseJSON = {
        ...common,
        response: {
          authenticatorData: data.toString('base64url'),
          clientDataJSON: said.toString('base64url'),
          signature: sign('sha256', Buffer.concat([data, sha256(said)]), privateKey).toString('base64url'),
        },
      };
      return JSON.stringify(answer);
    },
  };
}
