// Lets time pass for one browser's session: in the site's database, and where a page's clock is in the test's hand, there too.
import { createHash } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { asOwner } from './site-database';

type Site = { url: string; dataFolder: string };

/** SHA-256 of the token this browser holds, as the session is stored. */
async function tokenHashOf(site: Site, page: Page): Promise<string> {
  const token = (await page.context().cookies(site.url)).find(({ name }) => name === 'foyer')?.value ?? '';
  return createHash('sha256').update(token).digest('hex');
}

/** As if nobody had touched that session for so many more minutes. */
export async function leftAlone(site: Site, page: Page, minutes: number) {
  const tokenHash = await tokenHashOf(site, page);
  await asOwner(site.dataFolder, async (sql) => {
    const changed = await sql`
      update session set last_seen_at = last_seen_at - ${minutes} * interval '1 minute'
      where token_hash = ${tokenHash} returning id`;
    expect(changed).toHaveLength(1);
  });
}

/** As if they had signed in, and given a second key, so many minutes earlier. */
export async function signedInEarlier(site: Site, page: Page, minutes: number) {
  const tokenHash = await tokenHashOf(site, page);
  await asOwner(site.dataFolder, async (sql) => {
    const changed = await sql`
      update session set created_at = created_at - ${minutes} * interval '1 minute',
        second_factor_at = second_factor_at - ${minutes} * interval '1 minute'
      where token_hash = ${tokenHash} returning id`;
    expect(changed).toHaveLength(1);
  });
}

/** As if it had begun so long ago that it ends in `seconds`, used or not; a negative number is in the past. */
export async function endsIn(site: Site, page: Page, seconds: number) {
  const tokenHash = await tokenHashOf(site, page);
  await asOwner(site.dataFolder, async (sql) => {
    const changed = await sql`
      update session set expires_at = now() + ${seconds} * interval '1 second'
      where token_hash = ${tokenHash} returning id`;
    expect(changed).toHaveLength(1);
  });
}

/** The instant it was last used, as it is stored. */
export async function lastSeenOf(site: Site, page: Page): Promise<number> {
  const tokenHash = await tokenHashOf(site, page);
  return asOwner(site.dataFolder, async (sql) => {
    const [row] = await sql<
      { seen: Date }[]
    >`select last_seen_at as seen from session where token_hash = ${tokenHash}`;
    return row?.seen.getTime() ?? 0;
  });
}
