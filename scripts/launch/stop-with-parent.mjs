// When `npm start` itself is killed, nobody is left to stop the site: notices that and stops it.

/** Calls `stop` once when npm, which started this process, is gone. */
export function stopWithParent(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
