// The time a form carries, as it was written and, if it ever was one of ours, as it is meant.
import type { Fields } from '@/lib/accounts/fields';
import type { AskedTime } from '@/lib/scheduling/check-booking';
import { readSlot } from '@/lib/scheduling/slot-address';
import type { Choice } from './query';

export function slotIn(fields: Fields, moving: boolean): { choice: Choice; asked: AskedTime | null } {
  const written = { with: fields.one('with'), at: fields.one('at'), zone: fields.one('zone') };
  const choice = { ...written, only: fields.one('only') === 'yes', moving };
  const slot = readSlot(written);
  return { choice, asked: slot && { clinician: slot.with, startsAt: slot.startsAt, zone: slot.zone } };
}
