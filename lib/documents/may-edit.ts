// Who may write and publish the clinic's documents.
import type { Actor, Role } from '@/db/client';

export type Staff = Extract<Actor, { kind: 'staff' }>;

/** The database says the same. */
export const MAY_EDIT: readonly Role[] = ['admin'];

export const mayEdit = ({ roles }: { roles: readonly Role[] }): boolean =>
  roles.some((role) => MAY_EDIT.includes(role));
