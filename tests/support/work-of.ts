// How much work something takes, told apart from what else the machine is at.

/** Milliseconds of the processor's, the best of three, and never none: another program's work is not counted, nor what is done once. */
export function workOf(work: () => unknown): number {
  const tries = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  });
  return Math.max(Math.min(...tries), 0.1);
}
