// The invitation exactly as it will be sent, for whoever is about to send it.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { type Composed, compose } from './compose';
import { toSignIn } from './facts-of';

export const invitationPreview = (actor: Extract<Actor, { kind: 'staff' }>): Promise<Composed> =>
  as(actor, async (tx) => {
    const { shortName } = await clinicOf(tx);
    return compose('invited', await toSignIn(), { locale: 'en', shortName });
  });
