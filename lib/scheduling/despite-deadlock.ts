// Two people who swap times can each wait for the other: Postgres ends one of them, and that one simply tries again.

const DEADLOCK = '40P01';

/** The SQL state of an error of the database, wherever it is wrapped. */
function stateOf(error: unknown): string | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') return one.code;
  }
  return undefined;
}

/** Runs a whole transaction, and again up to three times when it was the victim of a deadlock. */
export async function despiteDeadlock<T>(transaction: () => Promise<T>): Promise<T> {
  for (let again = 3; ; again--) {
    try {
      return await transaction();
    } catch (error) {
      if (again === 0 || stateOf(error) !== DEADLOCK) throw error;
    }
  }
}
