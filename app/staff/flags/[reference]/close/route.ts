// A danger sign is closed with its outcome; what is refused is kept as typed.
import { formRoute } from '@/lib/accounts/form-route';
import { type CloseFlagRefusal, closeFlag } from '@/lib/review/close-flag';
import { isOutcome } from '@/lib/review/flag-events';
import { dateFrom } from '@/lib/scheduling/time-of-day';
import { backTo, fieldsOf, flagForm } from '../../../flag-addresses';

type Field = 'outcome' | 'tool' | 'on' | 'where' | 'note';

/** What is wrong with something typed; anything else is told as a problem of the page. */
function fieldOf(reason: CloseFlagRefusal, outcome: string): Field | null {
  switch (reason) {
    case 'tool-missing':
      return 'tool';
    case 'date-missing':
    case 'in-the-future':
      return 'on';
    case 'where-missing':
      return 'where';
    case 'detail-too-long':
    case 'detail-not-readable':
      return outcome === 'assessed' ? 'tool' : 'where';
    case 'attempts-missing':
      return 'outcome';
    case 'note-missing':
    case 'note-too-long':
    case 'note-not-readable':
      return 'note';
    default:
      return null;
  }
}

export const POST = formRoute<string>({
  who: { staff: ['clinician', 'lead'] },
  form: ({ reference }, fields) => flagForm(reference, 'close', fields.id('flag')),
  page: ({ reference = '' }, fields) => backTo(fields.one('back'), reference, {}),
  boxes: (fields) => {
    const { tool, where, note } = fieldsOf(fields.id('flag'));
    return [tool, where, note];
  },
  parse: (fields) => ({ ok: true, input: fields.id('flag') }),
  act: async ({ actor, fields, params: { reference = '' } }, flagId) => {
    const names = fieldsOf(flagId);
    const back = (more: Record<string, string>) => backTo(fields.one('back'), reference, more);
    const outcome = fields.one(names.outcome);
    const refused = (field: Field, reason: string) => ({
      ...{ errors: [{ field: names[field], reason }], to: back({ at: reference }) },
    });
    if (!isOutcome(outcome)) return refused('outcome', 'outcome-missing');
    const done = await closeFlag(actor, {
      ...{ reference, flagId, outcome, note: fields.one(names.note) },
      ...{ tool: fields.one(names.tool), where: fields.one(names.where), on: dateFrom(fields.one(names.on)) },
    });
    if (done.ok) return { to: back({ done: 'close-flag', of: reference }) };
    const field = fieldOf(done.reason, outcome);
    return field ? refused(field, done.reason) : { errors: [], to: back({ problem: done.reason }) };
  },
});
