// Who may set a clinician's hours: clinicians their own, the lead and admins everybody's; front desk puts in time off and extra hours.
import type { Actor, Role } from '@/db/client';

export type Staff = Extract<Actor, { kind: 'staff' }>;

/**
 * `hours`: when and how somebody works, and whom they see. `licences`: where they may see people. `days`: time off and
 * extra hours.
 */
export type PartOfHours = 'hours' | 'licences' | 'days';

/** The database says the same (`foyer.sets_hours_of`). Everybody on the staff may read all of it. */
export function mayEditHours(
  { id, roles }: Pick<Staff, 'id' | 'roles'>,
  clinicianId: string,
  part: PartOfHours,
): boolean {
  if (roles.includes('admin') || roles.includes('lead')) return true;
  if (part === 'licences') return false;
  if (part === 'days' && roles.includes('front-desk')) return true;
  return roles.includes('clinician') && id === clinicianId;
}

/** The days the whole practice is closed are the practice's own settings. */
export const MAY_EDIT_HOLIDAYS: readonly Role[] = ['admin'];

export const mayEditHolidays = ({ roles }: Pick<Staff, 'roles'>): boolean =>
  roles.some((role) => MAY_EDIT_HOLIDAYS.includes(role));
