// The queue's two ends in this process: one that adds within a business transaction, one that works off.
import PgBoss from 'pg-boss';
import postgres from 'postgres';
import { settings } from '@/lib/env/settings';

const nowhere: PgBoss.Db = {
  executeSql: async () => {
    throw new Error('A job is queued inside the transaction that causes it, never by itself.');
  },
};

// Its schema and queues are made by the migration; the app's role may not.
const plain = { migrate: false, schedule: false } as const;

let sender: PgBoss | undefined;

/** Adds jobs; has no connection of its own. */
export function sendingBoss(): PgBoss {
  sender ??= new PgBoss({ ...plain, db: nowhere, supervise: false });
  return sender;
}

/** Works jobs off over a few connections of its own. The caller starts it, and closes both. */
export function workingBoss() {
  const sql = postgres(settings.databaseUrl, { max: 3, connect_timeout: 5, onnotice: () => {} });
  const db: PgBoss.Db = {
    executeSql: async (text, values = []) => {
      // Its upkeep is one text with a transaction in it, which has to stay on one connection.
      const connection = await sql.reserve();
      try {
        // The driver refuses `undefined`; pg-boss means "not set".
        const rows = await connection.unsafe(
          text,
          values.map((value) => (value === undefined ? null : value)),
        );
        return { rows: Array.isArray(rows[0]) ? rows.flat() : [...rows], rowCount: rows.count };
      } finally {
        connection.release();
      }
    },
  };
  const boss = new PgBoss({ ...plain, db, maintenanceIntervalSeconds: 20 });
  return { boss, close: () => sql.end({ timeout: 5 }) };
}
