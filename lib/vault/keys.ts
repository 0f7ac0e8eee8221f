// Each person has a key of their own, wrapped by a master key the database never sees: without it, or once it is deleted, nothing of theirs can be read.
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { vaultKey } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { openWith, type Place, sealWith, Unreadable } from './seal';

/** The clinic's own key: for what belongs to nobody yet, such as an address somebody asks a code for. */
export const CLINIC = '00000000-0000-7000-8000-000000000001';

const place = (subject: string): Place => ({ table: 'vault_key', column: 'wrapped', row: subject });

// Unwrapped keys live as long as their transaction and no longer.
const unwrapped = new WeakMap<Tx, Map<string, Buffer>>();

function keysOf(tx: Tx): Map<string, Buffer> {
  const keys = unwrapped.get(tx) ?? new Map<string, Buffer>();
  unwrapped.set(tx, keys);
  return keys;
}

/** Makes the key of a new subject, an account's id; with `ownerId`, one that is this member of staff's alone. */
export async function makeKey(tx: Tx, subject: string, ownerId: string | null = null) {
  const [version, master] = newestMaster();
  const key = randomBytes(32);
  const wrapped = sealWith(master, `m${version}`, place(subject), key.toString('base64'));
  await tx
    .insert(vaultKey)
    .values({ subjectId: subject, masterVersion: version, wrapped, createdAt: clock.now(), ownerId });
  keysOf(tx).set(subject, key);
}

/** Makes the clinic's own key, unless it is there. */
export async function makeClinicKey(tx: Tx) {
  const [there] = await tx
    .select({ id: vaultKey.subjectId })
    .from(vaultKey)
    .where(eq(vaultKey.subjectId, CLINIC));
  if (!there) await makeKey(tx, CLINIC);
}

/** The subject's key, 32 bytes. Throws `Unreadable` when there is none: an erased person stays erased. */
export async function keyOf(tx: Tx, subject: string): Promise<Buffer> {
  const key = await fetchKey(tx, subject);
  if (!key) throw new Unreadable(`no key for ${subject}`);
  return key;
}

/** The same for whoever reads what is sealed at the same time, and may find nothing to open: null when there is no key. */
export async function fetchKey(tx: Tx, subject: string): Promise<Buffer | null> {
  const known = keysOf(tx).get(subject);
  if (known) return known;
  const [row] = await tx.select().from(vaultKey).where(eq(vaultKey.subjectId, subject));
  return row ? unwrap(tx, row) : null;
}

/** Fetches the keys of many in one question, for whoever opens something of each of them next. */
export async function bringKeys(tx: Tx, subjects: readonly string[]) {
  const missing = [...new Set(subjects)].filter((subject) => !keysOf(tx).has(subject));
  if (missing.length === 0) return;
  const rows = await tx.select().from(vaultKey).where(oneOf(vaultKey.subjectId, missing));
  for (const row of rows) unwrap(tx, row);
}

function unwrap(tx: Tx, row: typeof vaultKey.$inferSelect): Buffer {
  const master = settings.masterKeys.get(row.masterVersion);
  if (!master)
    throw new Error(`MASTER_KEYS lacks version ${row.masterVersion}: put it back beside the newer one.`);
  const key = Buffer.from(openWith(master, place(row.subjectId), row.wrapped), 'base64');
  keysOf(tx).set(row.subjectId, key);
  return key;
}

/** Seals `text` under the subject's key for one place. */
export async function sealFor(tx: Tx, subject: string, at: Place, text: string): Promise<string> {
  return sealWith(await keyOf(tx, subject), 'k1', at, text);
}

/** Opens what `sealFor` sealed. Throws `Unreadable`. */
export async function openFor(tx: Tx, subject: string, at: Place, sealed: string): Promise<string> {
  return openWith(await keyOf(tx, subject), at, sealed);
}

function newestMaster(): [number, Buffer] {
  const newest = Math.max(...settings.masterKeys.keys());
  const key = settings.masterKeys.get(newest);
  if (!key) throw new Error('MASTER_KEYS holds no key.');
  return [newest, key];
}
