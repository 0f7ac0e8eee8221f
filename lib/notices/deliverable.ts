// No mail goes to two people, tells a bystander in its subject, or smuggles a header in.

import { givesAway } from '@/lib/clinic/neutral-name';
import { type Mail, NotSent } from './port';

export const LONGEST_SUBJECT = 60;

const ONE_ADDRESS = /^[^\s,;:<>()[\]\\"@]+@[^\s,;:<>()[\]\\"@]+$/;

/** Throws `NotSent` unless `mail` has one recipient and a short, discreet, one-line subject. */
export function assertDeliverable({ to, subject }: Pick<Mail, 'to' | 'subject'>) {
  if (!ONE_ADDRESS.test(to)) throw never('the address is not one address');
  if (/\p{Cc}/u.test(subject)) throw never('the subject has more than one line');
  if (subject.length === 0 || subject.length > LONGEST_SUBJECT) throw never('the subject has a wrong length');
  if (givesAway(subject)) throw never('the subject says too much');
}

/** However often it is tried. */
const never = (why: string) => new NotSent(why, { final: true, refused: true });
