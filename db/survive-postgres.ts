// The app outlives a killed database: one known fault of the driver is caught here, and no other.

/**
 * postgres 3.4.9 may write to a socket that was closed under it, from a timer nobody can await (its issues 1066,
 * 1154 and 1208). The query that was under way is refused by itself; only the process must not fall.
 */
export function isDriverFault(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /Cannot read properties of null \(reading '(write|end|pause|resume|destroy)'\)/.test(error.message) &&
    /[\\/]postgres[\\/](src|cjs)[\\/]/.test(error.stack ?? '')
  );
}

const kept = globalThis as typeof globalThis & { foyerSurvives?: boolean };

if (!kept.foyerSurvives && typeof process.on === 'function') {
  kept.foyerSurvives = true;
  process.on('uncaughtException', (error) => {
    if (isDriverFault(error)) return;
    console.error(error);
    process.exit(1);
  });
}
