// What staff typed about somebody on the phone becomes a caller to be started, or every reason why it can't.
import { as } from '@/db/client';
import type { FieldError } from '@/lib/accounts/form-draft';
import { plainAddress } from '@/lib/accounts/plain-address';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { calendarDate } from '@/lib/forms/birth-date';
import { givenFrom } from '@/lib/forms/given-by-phone';
import type { Posted } from '@/lib/forms/parse-question';
import { normaliseEmail } from '@/lib/vault/indexes';
import type { Caller } from './start-by-phone';
import type { Staff } from './submission-by-reference';

export type CallerTyped = { ok: true; caller: Caller } | { ok: false; errors: FieldError[] };

/**
 * The address is typed twice: whoever opens the mailbox it names learns that somebody called. Errors stand in the order of
 * the form.
 */
export async function callerTyped(actor: Staff, posted: Posted): Promise<CallerTyped> {
  const { zone } = await as(actor, clinicOf);
  const errors: FieldError[] = [];
  const email = plainAddress.safeParse(posted.one('email'));
  if (!email.success) errors.push({ field: 'email', reason: 'not-an-address' });
  else if (normaliseEmail(posted.one('emailAgain')) !== normaliseEmail(email.data))
    errors.push({ field: 'emailAgain', reason: 'addresses-differ' });
  const read = givenFrom(posted, calendarDate(clock.now(), zone));
  if (!read.ok) errors.push(...read.errors);
  return read.ok && email.success && errors.length === 0
    ? { ok: true, caller: { email: email.data, given: read.given } }
    : { ok: false, errors };
}
