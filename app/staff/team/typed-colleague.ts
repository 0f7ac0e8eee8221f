// A colleague's name and roles as an admin typed them, read without guessing.
import type { FieldError } from '@/lib/accounts/form-draft';
import { plainAddress } from '@/lib/accounts/plain-address';
import { type Colleague, ROLES } from '@/lib/review/team';

/** Characters. */
const LONGEST = 100;

export const COLLEAGUE_REASONS = [
  'name-missing',
  'too-long',
  'no-role',
  'address-wrong',
  'address-not-usable',
  'yourself',
  'leaves-something',
] as const;
export type ColleagueReason = (typeof COLLEAGUE_REASONS)[number];

type Typed = { one: (field: string) => string; all: (field: string) => string[] };
export type NameAndRoles = { name: string; credential: string; roles: Colleague['roles'] };

const plain = (text: string) => text.replaceAll('\0', '').trim();

export function nameAndRolesFrom(fields: Typed): { input: NameAndRoles; errors: FieldError[] } {
  const [name, credential] = [plain(fields.one('name')), plain(fields.one('credential'))];
  const roles = ROLES.filter((role) => fields.all('roles').includes(role));
  const errors: { field: string; reason: ColleagueReason }[] = [];
  if (name === '') errors.push({ field: 'name', reason: 'name-missing' });
  if ([...name].length > LONGEST) errors.push({ field: 'name', reason: 'too-long' });
  if ([...credential].length > LONGEST) errors.push({ field: 'credential', reason: 'too-long' });
  if (roles.length === 0) errors.push({ field: 'roles', reason: 'no-role' });
  return { input: { name, credential, roles }, errors };
}

/** Null for what is no plain address. */
export function addressFrom(fields: Typed): string | null {
  const read = plainAddress.safeParse(fields.one('email'));
  return read.success ? read.data : null;
}
