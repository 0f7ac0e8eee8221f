// The queue's two ends in this process: one that adds within a business transaction, one that works off.
import PgBoss from 'pg-boss';
import type postgres from 'postgres';
import { connections } from '@/db/connections';
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

/** Its upkeep is one text with a transaction in it, which has to stay on one connection. */
const isUpkeep = (text: string) => /^\s*BEGIN\b/i.test(text);

/** Works jobs off over a few connections of its own. The caller starts it, and closes both. */
export function workingBoss() {
  const plainly = (sql: postgres.Sql) => sql;
  const work = connections(settings.databaseUrl, { max: 3 }, plainly);
  const upkeep = connections(settings.databaseUrl, { max: 1 }, plainly);
  const db: PgBoss.Db = {
    executeSql: async (text, values = []) => {
      const sql = isUpkeep(text) ? upkeep.current() : work.current();
      // The driver refuses `undefined`; pg-boss means "not set".
      const given = values.map((value) => (value === undefined ? null : value));
      try {
        const rows = await sql.unsafe(text, given);
        return { rows: Array.isArray(rows[0]) ? rows.flat() : [...rows], rowCount: rows.count };
      } catch (error) {
        // What went wrong half-way must not be what the next text finds itself in.
        if (isUpkeep(text)) await sql.unsafe('ROLLBACK').catch(() => {});
        throw error;
      }
    },
  };
  // How soon the job of a worker that died is seen: with what a job may take (db/migrate.ts), within a minute.
  const boss = new PgBoss({ ...plain, db, maintenanceIntervalSeconds: 10 });
  return { boss, close: () => Promise.all([work.end(), upkeep.end()]) };
}
