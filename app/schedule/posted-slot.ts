// The time a form carries, as it was written and, if it ever was one of ours, as it is meant.
import type { Fields } from '@/lib/accounts/fields';
import type { AskedTime } from '@/lib/scheduling/check-booking';
import { readSlot } from '@/lib/scheduling/slot-address';

export function slotIn(fields: Fields): {
  written: { with: string; at: string; zone: string };
  asked: AskedTime | null;
} {
  const written = { with: fields.one('with'), at: fields.one('at'), zone: fields.one('zone') };
  const slot = readSlot(written);
  return { written, asked: slot && { clinician: slot.with, startsAt: slot.startsAt, zone: slot.zone } };
}
