// Every page of staff's that shows a client's data adds one line to the record, with whom it showed; what nobody looked at adds none.
import type { APIRequestContext } from '@playwright/test';
import { staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';
import { ROLE_MATRIX } from './role-matrix';

/** Pages and files that show no client: the clinic's own texts, hours and settings, and oneself. Nothing to record. */
const NOBODYS = [
  /^\/staff\/(availability|enrol|on-call|questionnaire|second-factor|settings|style|team|sessions|account)(\/|$)/,
  /^\/staff\/(phone\/start|messages\/preview)(\/|$)/,
  // Not the document's own page, which lists who signed.
  /^\/staff\/documents($|\/\[slug\]\/)/,
  // Names nobody before somebody is searched for, which is a line of its own.
  /^\/staff\/appointments\/book$/,
  // Leads on to the queue, which says whom it found.
  /^\/staff\/search$/,
];

/** What a browser sends that fetches before anybody asks, and what Next sends. */
const READ_AHEAD: Record<string, string>[] = [
  { 'sec-purpose': 'prefetch' },
  { RSC: '1', 'next-router-prefetch': '1' },
];

type Line = { event: string; subject: string; detail: string };

test('each page of staff’s that shows somebody is one line of the record, and its head or a prefetch is none', async ({
  playwright,
  browser,
  site,
  mailbox,
}) => {
  test.skip(!site.dataFolder, 'it reads the record of a site of its own');
  test.setTimeout(240_000);
  const request = await playwright.request.newContext({
    baseURL: site.url,
    storageState: await staffState(browser, site.url, mailbox, 'lead'),
    maxRedirects: 0,
  });
  await asOwner(site.dataFolder, async (sql) => {
    const [lead] =
      await sql`select id from staff_member where 'lead' = any (roles) and name like '%made up%' limit 1`;
    const me = await whoReads(request, async () => {
      const [row] =
        await sql`select actor_id from audit_event where event = 'submission.listed' order by at desc, id desc limit 1`;
      return String(row?.actor_id ?? lead?.id);
    });
    // The second factor was given a while ago, perhaps: here it is what is shown that is asked about.
    await sql`update session set second_factor_at = now() where account_id = ${me} and ended_at is null`;
    const [sent] = await sql`select s.reference, a.reference as meeting from submission s
      join appointment a on a.client_id = s.client_id
      where s.status not in ('draft', 'closed', 'declined') and a.status = 'booked' and a.starts_at > now() limit 1`;
    const [mail] =
      await sql`select n.reference from notice n join account a on a.id = n.account_id where a.kind = 'client' limit 1`;
    const real: Record<string, string> = {
      submission: String(sent?.reference),
      appointment: String(sent?.meeting),
    };
    const linesAfter = async (last: string): Promise<Line[]> =>
      sql<Line[]>`select event, subject, detail from audit_event
        where actor_id = ${me} and actor_kind = 'staff' and id > ${last}::uuid order by id`;
    const newest = async () => {
      const [row] =
        await sql`select coalesce(max(id::text), '00000000-0000-0000-0000-000000000000') as id from audit_event`;
      return String(row?.id);
    };
    const wrong: string[] = [];
    let shown = 0;
    for (const [route, { at = route, method }] of Object.entries(ROLE_MATRIX)) {
      if (method || !route.startsWith('/staff') || NOBODYS.some((one) => one.test(route))) continue;
      const path = at
        .replace('/staff/messages/none', `/staff/messages/${mail?.reference}`)
        .replace(/\{(\w+)\}/, (whole, name) => real[name] ?? whole);
      if (path.includes('{') || /\/none(\/|$)/.test(path)) continue;
      const before = await newest();
      await request.head(path);
      for (const headers of READ_AHEAD) await request.get(path, { headers });
      if ((await linesAfter(before)).length > 0) wrong.push(`${route}: read ahead, and on the record`);
      const answer = await request.get(path);
      if (answer.status() !== 200) continue;
      shown += 1;
      const lines = await linesAfter(before);
      if (lines.length !== 1)
        wrong.push(`${route}: ${lines.map(({ event }) => event).join(', ') || 'no line'}`);
      else if (lines[0] && !saysWhom(lines[0])) wrong.push(`${route}: ${lines[0].event} says not whom`);
    }
    expect(wrong).toEqual([]);
    expect(shown, 'pages that show somebody').toBeGreaterThan(15);
  });
  await request.dispose();
});

/** A client's own chain; or the clinic's, with the ids of whom it showed, of whom there may be none. */
function saysWhom({ subject, detail }: Line): boolean {
  if (subject !== 'clinic') return true;
  const { clients, submissions, flags } = JSON.parse(detail) as Record<string, unknown>;
  return [clients, submissions, flags].some(Array.isArray);
}

async function whoReads(request: APIRequestContext, who: () => Promise<string>): Promise<string> {
  await request.get('/staff');
  return who();
}
