// A time of day as staff type it, read without guessing.

/** Minutes between times that may be typed. */
export const GRID = 5;

/** `09:00`, for "9", "9:00", "9.00", "0900" or "9 am"; "24:00" is the midnight that ends a day. Null for anything else. */
export function timeFrom(typed: string): string | null {
  const [, hour = '', minute = '00', half] =
    typed
      .trim()
      .toLowerCase()
      .match(/^(\d{1,2})(?:[:.]?(\d\d))?\s*([ap]\.?m\.?)?$/) ?? [];
  if (hour === '' || Number(minute) > 59) return null;
  const hours = half ? inHalf(Number(hour), half.startsWith('p')) : Number(hour);
  if (hours === null || hours > 24 || (hours === 24 && Number(minute) > 0)) return null;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** 12 am is midnight, 12 pm is noon. */
const inHalf = (hour: number, afternoon: boolean): number | null =>
  hour < 1 || hour > 12 ? null : (hour % 12) + (afternoon ? 12 : 0);

/** A date as a browser sends it, `2026-11-24`; null for one that is in no calendar. */
export function dateFrom(typed: string): string | null {
  const text = typed.trim();
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = new Date(`${text}T00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

export const onGrid = (time: string): boolean => Number(time.slice(3, 5)) % GRID === 0;
