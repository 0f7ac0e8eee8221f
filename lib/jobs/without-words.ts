// What is kept of a job's failure: its kind and its place, never its words, which may repeat what somebody typed.

/** A failure whose message is ours: ids, numbers and closed words, so that it may be kept and logged. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}

/** The same failure, fit for the job's row and the log. */
export function withoutWords(error: unknown): Error {
  if (error instanceof TryAgain) return error;
  if (!(error instanceof Error)) return new Error('something was thrown that is no error');
  const { name, stack = '', cause } = error;
  // A database's refusal is known by its five-letter code.
  const code = [error, cause]
    .map((each) => (each as { code?: unknown } | undefined)?.code)
    .find((each) => typeof each === 'string');
  const kept = new Error(code ? `${name} ${code}` : name);
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6);
  kept.stack = [kept.message, ...frames].join('\n');
  return kept;
}
