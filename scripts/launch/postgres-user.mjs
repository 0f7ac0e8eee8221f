// Who runs the embedded Postgres: whoever started Foyer, or, since Postgres refuses to run as root, an unprivileged user.
import { execFileSync, spawnSync } from 'node:child_process';
import { Stop } from './say.mjs';

const CANDIDATES = ['foyer', 'postgres', '_postgres', 'nobody'];

function id(...args) {
  try {
    return execFileSync('id', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return null;
  }
}

/** `{ name, uid, gid }`, or null for "the same user as this process". `owner` is the uid that data already belongs to. */
export function postgresUser(owner) {
  const me = process.getuid?.();
  if (me !== 0) {
    if (me === undefined || id('-un') !== null) return null;
    throw new Stop(
      `Postgres runs only as a user with a name, and number ${me} has none on this machine: add it to /etc/passwd, or set DATABASE_URL.`,
    );
  }
  for (const name of owner ? [String(owner), ...CANDIDATES] : CANDIDATES) {
    const uid = Number(id('-u', name));
    if (uid) return { name, uid, gid: Number(id('-g', name)) };
  }
  throw new Stop('Postgres does not run as root and this machine has no other user: add one named "foyer".');
}

/** What `spawn` needs to run something as that user. */
export const asUser = (user) => (user ? { uid: user.uid, gid: user.gid } : {});

/** Whether that user can read this file or enter this folder. */
export function canReach(user, path) {
  if (!user) return true;
  const test = 'test -r "$0" && { test -f "$0" || test -x "$0"; }';
  const answer = spawnSync('/bin/sh', ['-c', test, path], {
    ...asUser(user),
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  if (answer.error?.code === 'EPERM') {
    throw new Stop(
      'Root may not change users here, and Postgres does not run as root: start Foyer as an ordinary user, or set DATABASE_URL.',
    );
  }
  return answer.status === 0;
}
