// Every page of staff's that shows a client's data adds one line to the record, with whom it showed; what nobody looked at adds none.
import { theTeam } from '../lib/review/made-up-intakes';
import { signedIn } from '../support/sessions';
import { expect, test } from '../support/site-door';
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
  // What of a file goes on paper is chosen here; the paper is a line.
  /^\/staff\/submissions\/\[reference\]\/print$/,
];

/** What a browser sends that fetches before anybody asks, and what Next's router sends: it puts `_rsc` on the address. */
const READ_AHEAD: [string, Record<string, string>][] = [
  ['', { 'sec-purpose': 'prefetch;prerender' }],
  ['', { RSC: '1', 'next-router-prefetch': '1' }],
  ['_rsc=made-up', { RSC: '1', 'next-router-prefetch': '1' }],
  ['_rsc=made-up', { RSC: '1', 'next-router-prefetch': '2', 'next-router-segment-prefetch': '/_tree' }],
];

type Line = { event: string; subject: string; detail: string };

test('each page of staff’s that shows somebody is one line of the record, and its head or a prefetch is none', async ({
  playwright,
  site,
  ownerSql: sql,
}) => {
  const { lead } = await theTeam();
  // A sign-in of its own: its lines are told apart from everybody else's.
  const token = await signedIn(lead);
  const [own] =
    await sql`select id from session where account_id = ${lead.id} order by created_at desc, id desc limit 1`;
  const request = await playwright.request.newContext({
    baseURL: site.url,
    extraHTTPHeaders: { Cookie: `foyer=${token}`, Accept: 'text/html' },
    maxRedirects: 0,
  });
  const [sent] = await sql`select s.reference, a.reference as meeting from submission s
    join appointment a on a.client_id = s.client_id
    where s.status not in ('draft', 'closed', 'declined') and a.status = 'booked' and a.starts_at > now() limit 1`;
  const [mail] =
    await sql`select n.reference from notice n join account a on a.id = n.account_id where a.kind = 'client' limit 1`;
  const real: Record<string, string> = {
    submission: String(sent?.reference),
    appointment: String(sent?.meeting),
  };
  let known = 0;
  const newLines = async (): Promise<Line[]> => {
    const all = await sql<Line[]>`select event, subject, detail from audit_event
      where session_id = ${own?.id} order by at, id`;
    const fresh = all.slice(known);
    known = all.length;
    return fresh;
  };
  const wrong: string[] = [];
  let shown = 0;
  for (const [route, { at = route, method }] of Object.entries(ROLE_MATRIX)) {
    if (method || !route.startsWith('/staff') || NOBODYS.some((one) => one.test(route))) continue;
    const path = at
      .replace('/staff/messages/none', `/staff/messages/${mail?.reference}`)
      .replace(/\{(\w+)\}/, (whole, name) => real[name] ?? whole);
    if (path.includes('{') || /\/none(\/|$)/.test(path)) continue;
    await request.head(path);
    for (const [query, headers] of READ_AHEAD)
      await request.get([path, query].filter(Boolean).join(path.includes('?') ? '&' : '?'), { headers });
    if ((await newLines()).length > 0) wrong.push(`${route}: read ahead, and on the record`);
    const answer = await request.get(path);
    const lines = await newLines();
    if (answer.status() !== 200) continue;
    shown += 1;
    if (lines.length !== 1)
      wrong.push(`${route}: ${lines.map(({ event }) => event).join(', ') || 'no line'}`);
    else if (lines[0] && !saysWhom(lines[0])) wrong.push(`${route}: ${lines[0].event} says not whom`);
  }
  expect(wrong).toEqual([]);
  expect(shown, 'pages that show somebody').toBeGreaterThan(15);
  await request.dispose();
});

/** A client's own chain; or the clinic's, with the ids of whom it showed, of whom there may be none. */
function saysWhom({ subject, detail }: Line): boolean {
  if (subject !== 'clinic') return true;
  const { clients, submissions, flags } = JSON.parse(detail) as Record<string, unknown>;
  return [clients, submissions, flags].some(Array.isArray);
}
