// Brings the database at OWNER_DATABASE_URL up to this version; run by the launcher, by tests, or by hand.
import { resolve } from 'node:path';
import { migrate } from '../db/migrate';

const ownerUrl = process.env.OWNER_DATABASE_URL;
if (!ownerUrl) throw new Error('Set OWNER_DATABASE_URL to the address of the database, as its owner.');
await migrate(
  ownerUrl,
  resolve(import.meta.dirname, '../db/migrations'),
  process.env.APP_PASSWORD || undefined,
);
