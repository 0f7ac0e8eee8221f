// Takes a new PIN.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { ownPath } from '@/lib/accounts/network';
import { setPin } from '@/lib/accounts/set-pin';
import { takeToken } from '@/lib/accounts/take-cookie';
import { ownBirthDate } from '@/lib/forms/birth-date-on-file';

export const POST = formRoute<{ typed: string; again: string }>({
  who: 'client',
  form: () => 'getting-in/pin',
  page: () => '/home/getting-in/pin',
  unkept: ['pin', 'again'],
  parse: (fields) => ({
    ok: true,
    input: { typed: fields.one('pin').slice(0, 200), again: fields.one('again').slice(0, 200) },
  }),
  act: async ({ actor, session, fields, evidence: { ip } }, input) => {
    const set = await setPin(actor, session, { ...input, birthDate: await ownBirthDate(actor), ip });
    if (!set.ok) {
      const field = set.reason === 'not-the-same' ? 'again' : 'pin';
      return { errors: [{ field, reason: set.reason === 'too-many' ? 'too-many-changes' : set.reason }] };
    }
    takeToken(await cookies(), set.token);
    const next = ownPath(fields.one('next'), '');
    return { to: `/home/getting-in?${new URLSearchParams({ done: 'pin', ...(next && { next }) })}` };
  },
});
