// Closes the day as it was looked through; what can't be done is said, and then nothing was.
import type { Fields } from '@/lib/accounts/fields';
import { formRoute } from '@/lib/accounts/form-route';
import { type Change, closeDay } from '@/lib/calendar/close-day';
import { MAY_SCHEDULE } from '@/lib/calendar/may-schedule';
import { dateIn } from '@/lib/scheduling/calendar-dates';
import { readSlot } from '@/lib/scheduling/slot-address';
import { becomesField, CLOSE, CLOSE_FORM } from '../addresses';

type Input = { clinician: string; date: string; changes: Change[] | null; why: string };

/** Null when a field is none of ours. */
function changesIn(fields: Fields): Change[] | null {
  const changes = fields.all('shown').map((shown) => {
    const [, reference = '', sequence = ''] = /^([0-9A-Z]{10})\.(\d{1,6})$/.exec(shown) ?? [];
    const chosen = fields.one(becomesField(reference));
    const slot = new URLSearchParams(chosen);
    const [whose, at, zone] = ['with', 'at', 'zone'].map((name) => slot.get(name) ?? '');
    const to = readSlot({ with: whose ?? '', at: at ?? '', zone: zone ?? '' });
    if (!reference || (chosen !== 'cancel' && !to)) return null;
    return {
      reference,
      sequence: Number(sequence),
      to: to && { clinician: to.with, startsAt: to.startsAt },
    };
  });
  return changes.includes(null) ? null : (changes as Change[]);
}

export const POST = formRoute<Input>({
  who: { staff: [...MAY_SCHEDULE] },
  form: () => CLOSE_FORM,
  page: () => '/staff/calendar',
  parse: (fields) => ({
    ok: true,
    input: {
      clinician: fields.one('with'),
      date: dateIn(fields.one('on')) ?? '',
      changes: changesIn(fields),
      why: fields.one('why'),
    },
  }),
  act: async ({ actor }, { changes, ...day }) => {
    const where = new URLSearchParams({ with: day.clinician, on: day.date });
    const back = (reason: string) => `${CLOSE}?${where}&problem=${reason}`;
    if (!changes || !day.date) return { to: back('changed') };
    const done = await closeDay(actor, { ...day, changes });
    if (done.ok) {
      const counts = new URLSearchParams({ moved: `${done.moved}`, cancelled: `${done.cancelled}` });
      return { to: `/staff/calendar/day?${where}&closed=yes&${counts}` };
    }
    const errors = 'references' in done ? done.references : [];
    return {
      to: back(done.reason),
      errors: errors.map((reference) => ({ field: becomesField(reference), reason: done.reason })),
    };
  },
});
