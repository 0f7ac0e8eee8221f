// The one door to the data: nothing is read or written except as somebody, and Postgres is told as whom.
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { Busy, isOutOfReach } from './busy';
import { type Connections, connections } from './connections';
import { Gate } from './gate';
import { type Ask, orderlyTransactions } from './orderly';
import { withoutValues } from './refused-query';
import * as schema from './schema';

export type Role = 'admin' | 'clinician' | 'lead' | 'front-desk';

/**
 * Who asks. A *bearer* is not known yet and presents a secret (the hash of a session token, of a browser's
 * cookie or of a ticket, or the keyed index of an e-mail): its policies match exactly the row that secret opens.
 * A client may bring one along from before they signed in. Of staff, `session` is the sign-in they act from, for the
 * record. Staff without roles have not given their second factor,
 * and see nothing but themselves. `first-step` is somebody known by their e-mail alone: their account, this session
 * and how their second key is asked for, and nothing they wrote.
 */
export type Actor =
  | { kind: 'client'; id: string; brings?: string }
  | { kind: 'first-step'; id: string }
  | { kind: 'staff'; id: string; roles: readonly Role[]; session?: string }
  | { kind: 'job'; name: string }
  | { kind: 'bearer'; secret: string };

/** Somebody who presents nothing: reads what is public to all. */
export const visitor: Actor = { kind: 'bearer', secret: '' };

type Database = PostgresJsDatabase<typeof schema>;
type House = { pool: Connections<Database>; gate: Gate };

function open(): Connections<Database> {
  return connections(
    settings.databaseUrl,
    {
      max: settings.databaseConnections,
      idle_timeout: 60,
      connection: {
        application_name: 'foyer',
        statement_timeout: 15_000,
        lock_timeout: 10_000,
        // A connection that is stuck half-way gives its locks back, and is opened anew.
        idle_in_transaction_session_timeout: 60_000,
      },
    },
    (sql) => drizzle(orderlyTransactions(sql), { schema }),
  );
}

// One pool a process, also where the bundler loads this file more than once.
const kept = globalThis as typeof globalThis & { foyerHouse?: House };

function house(): House {
  kept.foyerHouse ??= { pool: open(), gate: new Gate(settings.databaseConnections, 200, 2_500) };
  return kept.foyerHouse;
}

/** What the policies know as the secret; of a job it is the name. */
function secretOf(actor: Actor): string {
  switch (actor.kind) {
    case 'bearer':
      return actor.secret;
    case 'job':
      return actor.name;
    case 'client':
      return actor.brings ?? '';
    case 'first-step':
    case 'staff':
      return '';
  }
}

export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** Everything is read as it stood at one instant, however long it takes, and nothing can be written. */
export const SNAPSHOT = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;

/**
 * Runs `work` in one transaction as `actor`: all of it is kept, or nothing.
 * Throws `Busy` when no connection is to be had within 2.5 seconds, or it breaks; the answer to that is 503. What
 * Postgres refuses is thrown without the values that were written: an error ends in a log.
 */
export async function as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, how?: typeof SNAPSHOT): Promise<T> {
  try {
    return await once(actor, work, how);
  } catch (error) {
    const fault = withoutValues(error);
    throw isOutOfReach(error) ? new Busy('the database is out of reach', { cause: fault }) : fault;
  }
}

function once<T>(actor: Actor, work: (tx: Tx) => Promise<T>, how?: typeof SNAPSHOT): Promise<T> {
  const { pool, gate } = house();
  return gate.pass(() =>
    pool.current().transaction(async (tx) => {
      const [, done] = await Promise.all([tell(tx, actor), work(tx)]);
      return done;
    }, how),
  );
}

/**
 * Tells Postgres who asks, and what time it is for the app, until the transaction ends. It is sent before anything that is
 * asked after it, and nobody need wait for the answer: whatever Postgres reads next it reads as them, and should this
 * fail, nothing more.
 */
const tell = (tx: Tx, actor: Actor) =>
  driverOf(tx).unsafe(
    `select set_config('foyer.actor_kind', $1, true), set_config('foyer.actor_id', $2, true),
      set_config('foyer.roles', $3, true), set_config('foyer.secret', $4, true),
      set_config('foyer.at', $5, true), set_config('foyer.session', $6, true)`,
    [
      actor.kind,
      'id' in actor ? actor.id : '',
      actor.kind === 'staff' ? actor.roles.join(',') : '',
      secretOf(actor),
      clock.now().toISOString(),
      actor.kind === 'staff' ? (actor.session ?? '') : '',
    ],
  );

/** The transaction as the driver knows it, for a text Drizzle can't send. */
export const driverOf = (tx: Tx): Ask => (tx as unknown as { session: { client: Ask } }).session.client;
