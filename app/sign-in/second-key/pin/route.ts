// Takes the PIN of somebody who has come in by e-mail, and lets them go on to where they wanted.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { givePin } from '@/lib/accounts/give-pin';
import { ownPath } from '@/lib/accounts/network';
import { normalisePin } from '@/lib/accounts/pin-rules';
import { takeToken } from '@/lib/accounts/take-cookie';
import { landingFrom } from '../../landing';
import { takeOverNotes } from '../../take-over-notes';

export const POST = formRoute<{ pin: string; next: string }>({
  who: 'second-key-holder',
  form: () => 'second-key',
  page: () => '/sign-in/second-key',
  unkept: ['pin'],
  parse: (fields) => {
    const pin = normalisePin(fields.one('pin').slice(0, 200));
    if (!pin) return { ok: false, errors: [{ field: 'pin', reason: 'empty' }] };
    return { ok: true, input: { pin, next: ownPath(fields.one('next'), '/home') } };
  },
  act: async ({ actor, session, evidence: { ip } }, { pin, next }) => {
    const given = await givePin({ actor, sessionId: session.id, ip }, pin);
    if (!given.ok) return { errors: [{ field: 'pin', reason: given.reason }] };
    takeToken(await cookies(), given.token);
    await takeOverNotes();
    return { to: await landingFrom(next) };
  },
});
