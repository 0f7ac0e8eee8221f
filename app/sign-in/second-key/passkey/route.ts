// Takes what a device answered for a passkey, and lets its owner go on to where they wanted.
import { cookies } from 'next/headers';
import { formRoute } from '@/lib/accounts/form-route';
import { givePasskey } from '@/lib/accounts/give-passkey';
import { ownPath } from '@/lib/accounts/network';
import { takeToken } from '@/lib/accounts/take-cookie';
import { landingFrom } from '../../landing';
import { takeOverNotes } from '../../take-over-notes';

export const POST = formRoute<{ posted: string; next: string }>({
  who: 'second-key-holder',
  form: () => 'second-key',
  page: () => '/sign-in/second-key',
  unkept: ['answer'],
  parse: (fields) => ({
    ok: true,
    input: { posted: fields.one('answer'), next: ownPath(fields.one('next'), '/home') },
  }),
  act: async ({ actor, session }, { posted, next }) => {
    const given = await givePasskey(actor, session.id, posted);
    if (!given.ok) return { errors: [{ field: 'passkey', reason: given.reason }] };
    takeToken(await cookies(), given.token);
    await takeOverNotes();
    return { to: await landingFrom(next) };
  },
});
