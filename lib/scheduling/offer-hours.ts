// For how long a time is kept for somebody who waits: hours in which people are awake, and never so long that nobody else could still have it.
import { afterWakingHours } from './waking-hours';

/** The fewest waking hours they must have to decide in. How many they have at most is the clinic's to set. */
const FEWEST_HOURS = 1;
const QUARTER = 15 * 60_000;

/** A time that can be said in one breath. Every zone is a number of quarters from UTC. */
const onTheQuarter = (at: Date) => new Date(Math.floor(at.getTime() / QUARTER) * QUARTER);

/**
 * Until when a time is kept; null when it begins too soon to be kept at all. It ends when the clinician's notice
 * begins: after that nobody could book it.
 */
export function offerEndsAt(asked: {
  startsAt: Date;
  noticeHours: number;
  zone: string;
  now: Date;
  /** The clinic's setting. */
  hours: number;
}): Date | null {
  const last = new Date(asked.startsAt.getTime() - asked.noticeHours * 3_600_000);
  if (afterWakingHours(asked.zone, asked.now, FEWEST_HOURS) > last) return null;
  const usual = onTheQuarter(afterWakingHours(asked.zone, asked.now, asked.hours));
  return usual < last ? usual : last;
}
