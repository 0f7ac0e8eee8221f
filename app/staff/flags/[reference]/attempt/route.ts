// A clinician writes down that they tried to reach somebody, in which way and when; what is refused is kept.
import { formRoute } from '@/lib/accounts/form-route';
import { type AttemptRefusal, addAttempt } from '@/lib/review/add-attempt';
import { attemptWay } from '@/lib/review/flag-events';
import { triedAt } from '@/lib/review/tried-at';
import { backTo, fieldsOf, flagForm } from '../../../flag-addresses';

/** What is wrong with something typed; anything else is told as a problem of the page. */
const OF_A_FIELD: Partial<Record<AttemptRefusal, 'tried' | 'triedOn'>> = {
  'note-too-long': 'tried',
  'note-not-readable': 'tried',
  'in-the-future': 'triedOn',
  'before-the-flag': 'triedOn',
};

export const POST = formRoute<string>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => flagForm(reference, 'attempt', fields.id('flag')),
  page: ({ reference = '' }, fields) => backTo(fields.one('back'), reference, {}),
  boxes: (fields) => [fieldsOf(fields.id('flag')).tried],
  parse: (fields) => ({ ok: true, input: fields.id('flag') }),
  act: async ({ actor, fields, params: { reference = '' } }, flagId) => {
    const names = fieldsOf(flagId);
    const back = (more: Record<string, string>) => backTo(fields.one('back'), reference, more);
    const way = attemptWay(fields.one(names.way));
    const at = await triedAt(actor, fields.one(names.triedOn), fields.one(names.triedAt));
    const errors = [
      ...(way ? [] : [{ field: names.way, reason: 'way-missing' }]),
      ...(at ? [] : [{ field: names.triedOn, reason: 'time-wrong' }]),
    ];
    if (!way || !at) return { errors, to: back({ at: reference }) };
    const done = await addAttempt(actor, { reference, flagId, way, at, note: fields.one(names.tried) });
    if (done.ok) return { to: back({ done: 'attempt', of: reference }) };
    const field = OF_A_FIELD[done.reason];
    if (!field) return { errors: [], to: back({ problem: done.reason }) };
    return { errors: [{ field: names[field], reason: done.reason }], to: back({ at: reference }) };
  },
});
