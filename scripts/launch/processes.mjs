// Tells one process from a later one with the same number, and ends exactly the one that is meant.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

function sinceOnLinux(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

function sinceElsewhere(pid) {
  try {
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    process.kill(pid, 0);
    return 'running';
  } catch {
    return null;
  }
}

/** When that process began, as a mark that no other process shares; null when it isn't running. */
export function since(pid) {
  return process.platform === 'linux' ? sinceOnLinux(pid) : sinceElsewhere(pid);
}

/** A process as it is written down, to be known again later. */
export const markOf = (pid) => ({ pid, since: since(pid) });

export const isRunning = (mark) => Boolean(mark?.pid && mark.since) && since(mark.pid) === mark.since;

export function commandOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** True when it was gone within `patience` milliseconds. */
export async function gone(mark, patience) {
  for (const until = Date.now() + patience; Date.now() < until; await pause(50)) {
    if (!isRunning(mark)) return true;
  }
  return !isRunning(mark);
}

/** Sends each signal in turn, waiting `patience` milliseconds after each, until the process is gone. */
export async function end(mark, signals, patience = 10_000, target = mark.pid) {
  for (const signal of signals) {
    if (!isRunning(mark)) return;
    try {
      process.kill(target, signal);
    } catch {
      return;
    }
    if (await gone(mark, patience)) return;
  }
}

/** Whether anybody of the group is left. */
function hasMembers(leader) {
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}

/** The same for a process that leads a group of its own, and for whatever it started, which may take as long to end. */
export async function endGroup(mark, signals, patience = 10_000) {
  if (!isRunning(mark)) return;
  await end(mark, signals, patience, -mark.pid);
  for (const until = Date.now() + patience; hasMembers(mark.pid) && Date.now() < until; await pause(50));
  if (hasMembers(mark.pid)) process.kill(-mark.pid, 'SIGKILL');
}
