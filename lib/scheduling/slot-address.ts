// A time in an address or a form: whose, when and in which zone it is shown. Read back with distrust.
import { isZone } from './zone-offsets';

export interface SlotAddress {
  /** The clinician's reference. */
  with: string;
  startsAt: Date;
  zone: string;
}

/** `2026-11-24T10:00Z`. */
const written = (at: Date) => `${at.toISOString().slice(0, 16)}Z`;

export const addressOfSlot = (slot: SlotAddress): string =>
  new URLSearchParams({ with: slot.with, at: written(slot.startsAt), zone: slot.zone }).toString();

export const fieldsOfSlot = (slot: SlotAddress): Record<'with' | 'at' | 'zone', string> => ({
  with: slot.with,
  at: written(slot.startsAt),
  zone: slot.zone,
});

/** Null when it was never one of ours. Whether the time is offered is another question. */
export function readSlot(given: { with: string; at: string; zone: string }): SlotAddress | null {
  if (!/^[0-9a-f]{12}$/.test(given.with) || !/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(given.at)) return null;
  const startsAt = new Date(given.at);
  if (Number.isNaN(startsAt.getTime()) || written(startsAt) !== given.at || !isZone(given.zone)) return null;
  return { with: given.with, startsAt, zone: given.zone };
}
