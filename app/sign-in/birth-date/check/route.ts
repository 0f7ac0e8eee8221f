// Takes the date of birth a recovery asks for at its end, and lets its owner in; or goes on without it, where the old key is still there.
import { cookies } from 'next/headers';
import { browserCookieName } from '@/lib/accounts/cookies';
import { formRoute } from '@/lib/accounts/form-route';
import { heldProof } from '@/lib/accounts/held-ticket';
import { ownPath } from '@/lib/accounts/network';
import { dateFrom } from '@/lib/forms/birth-date';
import { finishRecovery, recoveryFor } from '@/lib/forms/finish-recovery';
import { letIn } from '../../let-in';

/** No date: they use their PIN or passkey after all. */
type Input = { birthDate: string | null; next: string };

export const POST = formRoute<Input>({
  who: 'anyone',
  form: () => 'sign-in/birth-date',
  page: () => '/sign-in/birth-date',
  parse: (fields) => {
    const next = ownPath(fields.one('next'), '');
    if (fields.one('intent') === 'keep') return { ok: true, input: { birthDate: null, next } };
    const part = (name: string) => fields.one(`born-${name}`).slice(0, 20);
    const read = dateFrom({ day: part('day'), month: part('month'), year: part('year') });
    return 'date' in read
      ? { ok: true, input: { birthDate: read.date, next } }
      : { ok: false, errors: [{ field: 'born', reason: read.fault }] };
  },
  act: async ({ ip, userAgent }, { birthDate, next }) => {
    const proof = await heldProof((await cookies()).get(browserCookieName())?.value);
    if (!proof) return { to: '/sign-in/birth-date' };
    if (birthDate === null) {
      // Only where the account is theirs already: with another address, nothing is there to go on to.
      if (!(await recoveryFor(proof.ticket))?.keepsAddress) return { to: '/sign-in/birth-date' };
    } else {
      const finished = await finishRecovery({ ticket: proof.ticket, birthDate });
      if (finished === 'wrong') return { errors: [{ field: 'born', reason: 'wrong' }] };
      if (finished === 'ended') return { to: '/sign-in/birth-date?ended=yes' };
    }
    const { ticket, email, by } = proof;
    const to = await letIn({ email, ticket, by, ip, userAgent }, next);
    return { to: to ?? '/sign-in/birth-date' };
  },
});
