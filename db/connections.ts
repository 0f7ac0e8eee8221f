// Connections to Postgres that are let go together when one of them breaks, because the driver cannot mend it.
import postgres from 'postgres';
import './survive-postgres';

/** How long the old ones may finish what they are at, in seconds. */
const TO_FINISH = 20;

export type Connections<T> = {
  /** To be asked for each time anew, and used at once. */
  current: () => T;
  end: () => Promise<void>;
};

/**
 * Opens connections when they are first asked for, and new ones after one was lost. postgres 3.4.9 can be left with
 * half a message to a server that is gone: that connection then answers nothing, for ever, and would stay in the pool.
 */
export function connections<T>(
  url: string,
  options: postgres.Options<Record<string, never>>,
  wrap: (sql: postgres.Sql) => T,
): Connections<T> {
  let now: { sql: postgres.Sql; wrapped: T } | undefined;

  const open = () => {
    const sql: postgres.Sql = postgres(url, {
      connect_timeout: 5,
      onnotice: () => {},
      ...options,
      onclose: () => letGo(sql),
    });
    return { sql, wrapped: wrap(sql) };
  };

  const letGo = (sql: postgres.Sql) => {
    if (now?.sql !== sql) return;
    now = undefined;
    void sql.end({ timeout: TO_FINISH });
  };

  return {
    current: () => {
      now ??= open();
      return now.wrapped;
    },
    end: async () => {
      const last = now;
      now = undefined;
      await last?.sql.end({ timeout: 5 });
    },
  };
}
