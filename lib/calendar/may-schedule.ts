// Who books, moves and cancels for clients, and says whether they came: whoever is in touch with them. Everybody on the staff may look.
import type { Role } from '@/db/client';
import type { Staff } from '@/lib/review/submission-by-reference';

export const MAY_SCHEDULE: readonly Role[] = ['front-desk', 'clinician', 'lead'];

export const maySchedule = (actor: Pick<Staff, 'roles'>): boolean =>
  actor.roles.some((role) => MAY_SCHEDULE.includes(role));
