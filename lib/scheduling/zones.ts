// The zones a client can choose from by hand; any other their device names is taken too.
import { isZone } from './zone-offsets';

const OFFERED = [
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Atlantic/Azores',
  'UTC',
  'Europe/London',
  'Europe/Dublin',
  'Europe/Lisbon',
  'Europe/Paris',
  'Europe/Berlin',
  'Europe/Athens',
  'Africa/Cairo',
  'Africa/Johannesburg',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Singapore',
  'Asia/Hong_Kong',
  'Asia/Tokyo',
  'Australia/Perth',
  'Australia/Adelaide',
  'Australia/Brisbane',
  'Australia/Sydney',
  'Pacific/Auckland',
] as const;

/** The offered zones, with those already in use among them, each once. */
export const zonesToChoose = (...inUse: string[]): string[] => [...new Set([...inUse, ...OFFERED])];

/** The zone asked for, or the one to fall back on when it is none. */
export const zoneOr = (asked: string | undefined, fallback: string): string =>
  asked !== undefined && isZone(asked) ? asked : fallback;
