// What both routes of days do first: who may post, what was typed, and what is wrong with it.

import type { Fields } from '@/lib/accounts/fields';
import { formRoute } from '@/lib/accounts/form-route';
import type { Outcome } from '@/lib/accounts/form-spec';
import type { DaysAsked } from '@/lib/scheduling/change-days';
import type { Staff } from '@/lib/scheduling/may-edit-hours';
import { daysForm, hoursPage } from '../../addresses';
import { typedDays } from './typed-days';

type Act = (actor: Staff, asked: DaysAsked, fields: Fields) => Promise<Outcome>;

/** A refusal is told on the page of the hours. */
export const daysProblem = (clinician: string, reason: string): Outcome => ({
  to: `${hoursPage(clinician)}?problem=${reason}`,
});

export const daysRoute = (act: Act) =>
  formRoute<null>({
    who: { staff: [] },
    form: ({ clinician }) => daysForm(clinician),
    page: ({ clinician }) => hoursPage(clinician),
    parse: () => ({ ok: true, input: null }),
    act: async ({ actor, fields, params: { clinician = '' } }) => {
      const read = await typedDays(actor, clinician, fields);
      if (read.ok) return act(actor, read.asked, fields);
      return read.problem ? daysProblem(clinician, read.problem) : { errors: read.errors };
    },
  });
