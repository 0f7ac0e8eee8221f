// Front desk starts a recovery; what is refused is kept as typed.
import type { FieldError } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import { plainAddress } from '@/lib/accounts/plain-address';
import { isInboxAnswer } from '@/lib/forms/inbox-answer';
import { MAY_START } from '@/lib/review/recovery';
import { type StartRefusal, startRecovery } from '@/lib/review/start-recovery';
import { recoveryPage, startForm, startPage } from '../../../addresses';

/** Without an address they keep the one they have. */
type Input = { email: string | null; inbox: string | null; steps: string[]; resetSecondKey: boolean };

/** The field each refusal is about; the others are told as problems of the page. */
const FIELD: Partial<Record<StartRefusal, string>> = {
  'too-few-steps': 'steps',
  'no-strong-step': 'steps',
  'same-address': 'email',
  'address-taken': 'email',
  'already-open': 'steps',
};

export const POST = formRoute<Input>({
  who: { staff: [...MAY_START] },
  form: ({ reference }) => startForm(reference?.toUpperCase()),
  page: ({ reference }) => startPage(reference),
  parse: (fields) => {
    const steps = fields.all('steps');
    const resetSecondKey = fields.one('reset') === 'yes';
    const errors: FieldError[] = steps.length === 0 ? [{ field: 'steps', reason: 'too-few-steps' }] : [];
    if (!fields.one('email').trim()) {
      if (!resetSecondKey) errors.push({ field: 'email', reason: 'nothing-changes' });
      return errors.length > 0
        ? { ok: false, errors }
        : { ok: true, input: { email: null, inbox: null, steps, resetSecondKey } };
    }
    const email = plainAddress.safeParse(fields.one('email'));
    const inbox = fields.one('inbox');
    if (!email.success) errors.push({ field: 'email', reason: 'not-an-address' });
    if (!isInboxAnswer(inbox)) errors.push({ field: 'inbox', reason: 'inbox-missing' });
    if (!email.success || errors.length > 0) return { ok: false, errors };
    return { ok: true, input: { email: email.data, inbox, steps, resetSecondKey } };
  },
  act: async ({ actor, params: { reference = '' } }, input) => {
    const started = await startRecovery(actor, { reference, ...input });
    if (started.ok) return { to: recoveryPage(started.reference) };
    const field = FIELD[started.reason];
    return field
      ? { errors: [{ field, reason: started.reason }] }
      : { to: `${startPage(reference)}?problem=${started.reason}` };
  },
});
