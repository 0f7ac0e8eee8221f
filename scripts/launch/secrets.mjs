// The clinic's keys: made once for the embedded database, asked for when the database is somebody's own.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writePrivate } from './data-folder.mjs';
import { Stop } from './say.mjs';

/** An Ed25519 private key: PKCS8, DER, base64. */
const newSigningKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

/** New keys, in the form in which the settings carry them. */
export const newKeys = () => ({
  AUTH_SECRET: randomBytes(32).toString('base64'),
  MASTER_KEYS: `1:${randomBytes(32).toString('base64')}`,
  INDEX_KEY: randomBytes(32).toString('base64'),
  SIGNING_KEY: newSigningKey(),
});

const newPasswords = () => ({
  postgres: randomBytes(24).toString('base64url'),
  owner: randomBytes(24).toString('base64url'),
  app: randomBytes(24).toString('base64url'),
});

/** `{ keys, passwords }` of the embedded database, the same at every start. */
export function embeddedSecrets(dataFolder) {
  const file = join(dataFolder, 'secrets.json');
  const kept = readJson(file);
  if (kept) return kept;
  if (existsSync(join(dataFolder, 'database.json'))) {
    throw new Stop(
      `${file} is gone, and the database beside it can't be opened without it: put it back, or delete ${dataFolder} to begin again with an empty clinic.`,
    );
  }
  const made = { keys: newKeys(), passwords: newPasswords() };
  writePrivate(file, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

const KEYS = ['AUTH_SECRET', 'MASTER_KEYS', 'INDEX_KEY', 'SIGNING_KEY'];

/** The keys for a database of the clinic's own: never made here, since losing them loses everything sealed with them. */
export function givenKeys(environment) {
  const missing = KEYS.filter((name) => !environment[name]?.trim());
  if (missing.length === 0) return Object.fromEntries(KEYS.map((name) => [name, environment[name].trim()]));
  throw new Stop(
    `With DATABASE_URL, ${missing.join(', ')} must be set too: make them once with "node scripts/new-keys.mjs", and keep them where you keep passwords.`,
  );
}
