// A transaction that keeps order: nothing is sent once it has come to its end, and it doesn't end before all that was sent is answered.
import type postgres from 'postgres';

/** A fault of ours, found before anything was sent. Its words hold nobody's. */
export class NeverSent extends Error {}

/** Asked through a transaction that is over. Sent all the same, it would be part of the next one on that connection, and somebody else's. */
class AfterTheEnd extends NeverSent {
  override name = 'AfterTheEnd';

  constructor(text: string) {
    super(`Asked after its transaction had ended, and not sent: ${text.slice(0, 300)}`);
  }
}

type Values = Parameters<postgres.TransactionSql['unsafe']>[1];
type Options = postgres.UnsafeQueryOptions;

/** As much of the driver's transaction as Drizzle and the queue of jobs need. */
export type Ask = Pick<postgres.TransactionSql, 'unsafe'>;

/** The driver can't say what it can't send: it would leave the question unanswered, and the next ones with each other's answers. */
class CannotBeSent extends NeverSent {
  override name = 'CannotBeSent';
}

/** What Postgres' protocol counts them with. */
const MOST_VALUES = 65_534;

function assertSendable(values: readonly unknown[] = []) {
  if (values.length > MOST_VALUES)
    throw new CannotBeSent(`${values.length} values are too many for one question`);
  const at = values.findIndex((value) => !isSendable(value));
  if (at >= 0) throw new CannotBeSent(`value ${at + 1} is ${typeof values[at]}, which can't be sent`);
}

const isSendable = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value) ||
  value instanceof Uint8Array ||
  (Array.isArray(value) && value.every(isSendable));

/**
 * So that what doesn't depend on each other may be asked together, with `Promise.all`: when one fails the transaction
 * is given up, and the others must neither be sent late nor answered late. Every text is prepared: planned by Postgres
 * once a connection instead of each time, and sent without asking back first what its values are. So a text must be the
 * same whatever is asked for: a list is one value (`one-of.ts`).
 */
function orderly(client: postgres.TransactionSql) {
  const unanswered = new Set<Promise<unknown>>();
  let over = false;
  const unsafe = (text: string, values?: Values, options?: Options) => {
    if (over) throw new AfterTheEnd(text);
    assertSendable(values as readonly unknown[] | undefined);
    const how = { ...options, prepare: true, simple: false };
    // At once, in the order of asking, and not when somebody waits for the answer.
    const query = client.unsafe(text, values, how).execute();
    unanswered.add(query);
    const answered = () => unanswered.delete(query);
    query.then(answered, answered);
    return query;
  };
  return {
    ask: { unsafe } as Ask,
    end() {
      over = true;
      return Promise.allSettled(unanswered);
    },
  };
}

/** The driver as Drizzle knows it, whose transactions keep order. There is none within another. */
export function orderlyTransactions(sql: postgres.Sql): postgres.Sql {
  const begin = async <T>(work: (client: Ask) => Promise<T>) => {
    let end = async () => {};
    try {
      return await sql.begin(async (client) => {
        const transaction = orderly(client);
        end = async () => void (await transaction.end());
        try {
          return await work(transaction.ask);
        } finally {
          await end();
        }
      });
    } finally {
      // A connection that breaks ends it too, whatever its work is still at.
      void end();
    }
  };
  return new Proxy(sql, {
    get: (target, name) => (name === 'begin' ? begin : Reflect.get(target, name)),
  });
}

/**
 * Sends `first`, such as a lock, and right behind it what `then` asks: Postgres does them one after another, each as
 * things stand when the one before is done, and nobody waits for an answer in between.
 */
export async function behind<T>(first: { execute(): Promise<unknown> }, then: () => Promise<T>): Promise<T> {
  const [, found] = await Promise.all([first.execute(), then()]);
  return found;
}
