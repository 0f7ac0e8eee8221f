// How somebody would be told of their letter, by what they chose: the very mail, or by somebody here.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { bookedAhead } from '@/lib/scheduling/cancel-booked';
import { type Composed, compose } from './compose';
import { at, whenFor } from './facts-of';
import { mailPermissions } from './may-mail';

/** `reference`: of a submission the caller was shown. Null where no mail may tell them. */
export const letterPreview = (
  actor: Extract<Actor, { kind: 'staff' }>,
  reference: string,
): Promise<Composed | null> =>
  as(actor, async (tx) => {
    const [found] = await tx
      .select({ clientId: submission.clientId })
      .from(submission)
      .where(eq(submission.reference, reference));
    if (!found) return null;
    const { forms, appointments, ownInbox } = await mailPermissions(tx, found.clientId);
    if (!forms) return null;
    const { shortName } = await clinicOf(tx);
    const [time] = appointments ? await bookedAhead(tx, found.clientId) : [];
    const facts = time
      ? { ...whenFor({ ownInbox, locale: 'en' }, time), cancelled: true }
      : { when: null, cancelled: false, link: at('/sign-in') };
    return compose('letter-for-you', facts, { locale: 'en', shortName });
  });
