// `test` with the running site: its address is the base URL, and `mailbox` reads what it sent.
import { test as base } from '@playwright/test';
import { sharedSite } from './demo-site';
import { type Mailbox, mailboxOf } from './mailbox';
import { asOwner } from './site-database';

export { expect } from '@playwright/test';

export type Site = { url: string; dataFolder: string };

/**
 * A whole run comes from one network, as no practice's clients do, and would use up a network's share of sign-ins. Only
 * what is counted by network reaches this many; the limits of an account or an address, which tests try, are far below.
 */
const countNetworkAnew = (dataFolder: string) =>
  asOwner(dataFolder, (sql) => sql`delete from attempt where count > 40`);

/** `givenSite` (FOYER_TEST_SITE, its data in FOYER_TEST_DATA) is the address of a site that runs already, such as `next dev`; else one is started. */
export const test = base.extend<{ mailbox: Mailbox }, { givenSite: string; site: Site }>({
  givenSite: [process.env.FOYER_TEST_SITE ?? '', { scope: 'worker', option: true }],
  site: [
    async ({ givenSite }, use) =>
      use(givenSite ? { url: givenSite, dataFolder: process.env.FOYER_TEST_DATA ?? '' } : await sharedSite()),
    { scope: 'worker', timeout: 400_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  mailbox: async ({ site }, use) => {
    if (site.dataFolder) await countNetworkAnew(site.dataFolder);
    await use(mailboxOf(site.url));
  },
});
