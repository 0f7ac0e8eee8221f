// Makes the first admin of a clinic, with the address and the name that were given, and prints what they do next.

import type { Role } from '@/db/client';
import { makeFirstAdmin } from '@/lib/accounts/first-admin';
import { plainAddress } from '@/lib/accounts/plain-address';
import { settings } from '@/lib/env/settings';

const LEADS = '--leads';
const given = process.argv.slice(2);
const [typed = '', ...words] = given.filter((word) => word !== LEADS);
const roles: Role[] = given.includes(LEADS) ? ['admin', 'lead', 'clinician'] : ['admin'];
const name = words.join(' ').trim() || 'Admin';
const address = plainAddress.safeParse(typed);

const WHY = {
  'there-already': 'Somebody is admin here already. Further staff are let in by them.',
  'address-taken': 'A client signs in with that address: give another one.',
} as const;

if (!address.success) {
  console.log('Say which address: npm run first-admin -- alex@practice.example "Alex Keyholder"');
  console.log('Where the same person leads the clinicians, and may be on call, add: --leads');
  process.exit(1);
}
const made = await makeFirstAdmin(address.data, name, roles);
if (!made.ok) {
  console.log(WHY[made.reason]);
  process.exit(1);
}
console.log(`${name} is the first admin of this clinic. What to do next:

  1. Set a way to send mail (RESEND_API_KEY or SMTP_URL, and MAIL_FROM) and start the site: the code comes by mail.
  2. Sign in at ${new URL('/sign-in', settings.publicUrl).href} with that address, and set up the second step.
  3. Under "Practice" set the name, the country and the hours; under "Team" invite your colleagues; under
     "Opening" see what is still to do.

The site takes no client before all of that holds and you open it there.`);
process.exit(0);
