// A view of the queue is kept by a name of one's own, read by nobody else, and holds nothing of what was searched for.
import { as } from '@/db/client';
import { savedView } from '@/db/schema';
import { filterFrom, filterInAddress, QUEUE_CHOICES } from '@/lib/review/queue-filter';
import { removeView } from '@/lib/review/remove-view';
import { saveView } from '@/lib/review/save-view';
import { MOST_VIEWS, savedViews } from '@/lib/review/saved-views';
import { expect, test } from '../../support/database';
import { type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const viewsOf = (actor: Staff) => as(actor, (tx) => savedViews(tx, actor));
const mine = { status: 'in-review', mine: true } as const;

test('a view comes back as it was kept, in the order of keeping, and goes when it is no longer wanted', async () => {
  expect(await saveView(team.frontDesk, { name: '  My   reviews ', filter: mine })).toEqual({ ok: true });
  expect(await saveView(team.frontDesk, { name: 'All', filter: {} })).toEqual({ ok: true });
  const views = await viewsOf(team.frontDesk);
  expect(views.map(({ name, filter }) => [name, filter])).toEqual([
    ['My reviews', 'status=in-review&mine=yes'],
    ['All', ''],
  ]);
  expect(await viewsOf(team.clinician)).toEqual([]);

  await removeView(team.clinician, views[0]?.id ?? '');
  expect(await viewsOf(team.frontDesk)).toHaveLength(2);
  for (const { id } of views) await removeView(team.frontDesk, id);
  expect(await viewsOf(team.frontDesk)).toEqual([]);
});

test('the same again is once; another view of that name, no name, a long one and too many are refused', async () => {
  const keep = (name: string, filter = {}) => saveView(team.frontDesk, { name, filter });
  expect(await keep('First')).toEqual({ ok: true });
  expect(await keep('first')).toEqual({ ok: true });
  expect(await viewsOf(team.frontDesk)).toHaveLength(1);
  expect(await keep('First', { status: 'closed' })).toEqual({ ok: false, reason: 'name-taken' });
  expect(await keep(' \n ')).toEqual({ ok: false, reason: 'name-missing' });
  expect(await keep('x'.repeat(41))).toEqual({ ok: false, reason: 'name-too-long' });
  // Many at once are no more than one after the other, and the same twice at once is once.
  const names = Array.from({ length: MOST_VIEWS + 4 }, (_, at) => `View ${Math.max(at, 1)}`);
  const answers = await Promise.all(names.map((name) => keep(name)));
  expect(await viewsOf(team.frontDesk)).toHaveLength(MOST_VIEWS);
  expect(answers.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(3);
  expect(await keep('One more')).toEqual({ ok: false, reason: 'too-many' });
});

test('nobody reads, keeps or removes a view in somebody else’s place, and the name is sealed', async ({
  database: { ownerSql },
}) => {
  await saveView(team.lead, { name: 'Somebody’s name, made up', filter: mine });
  const [row] = await ownerSql`select id, name from saved_view where staff_id = ${team.lead.id}`;
  expect(row?.name).not.toContain('made up');
  const others = await as(team.clinician, (tx) => tx.select().from(savedView));
  expect(others.filter(({ staffId }) => staffId === team.lead.id)).toEqual([]);
  const forged = { id: team.lead.id, staffId: team.lead.id, name: 'x', filter: '', savedAt: new Date() };
  await expect(as(team.clinician, (tx) => tx.insert(savedView).values(forged))).rejects.toThrow();
  const noRole: Staff = { kind: 'staff', id: team.lead.id, roles: [] };
  expect(await as(noRole, (tx) => tx.select().from(savedView))).toEqual([]);
  const [said] = await ownerSql`
    select detail from audit_event where event = 'view.saved' and subject = ${team.lead.id} order by seq desc limit 1`;
  expect(JSON.parse(said?.detail)).toEqual({ view: row?.id });
});

test('a filter is words from closed lists and a reference: anything else is left out, by the database too', async ({
  database: { ownerSql },
}) => {
  const asked: Record<string, string> = {
    status: 'anybody',
    assignee: 'Ash Example',
    mine: '1',
    words: 'ash',
  };
  expect(filterFrom((name) => asked[name])).toEqual({});
  for (const status of QUEUE_CHOICES) {
    const filter = { status, mine: true, flagged: true, assignee: '0123456789ab' };
    const query = new URLSearchParams(filterInAddress(filter));
    expect(filterInAddress(filterFrom((name) => query.get(name) ?? undefined))).toBe(filterInAddress(filter));
    expect(await saveView(team.clinician, { name: status, filter })).toEqual({ ok: true });
  }
  await expect(ownerSql`update saved_view set filter = 'words=Ash Example'`).rejects.toThrow(
    'saved_view_filter',
  );
});
