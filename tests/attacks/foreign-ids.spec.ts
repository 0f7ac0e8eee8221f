// Z-01, Z-06: what is somebody else's is as if it were not there, asked for or named in a form; and who one is, or how something stands, is never taken from a form.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type postgres from 'postgres';
import { newId, newReference } from '@/lib/env/ids';
import { questionNamed } from '@/lib/forms/definition';
import { startRecovery } from '@/lib/review/start-recovery';
import { writeMessage } from '@/lib/review/write-message';
import { anIntake, type Intake, type Team, theTeam } from '../lib/review/made-up-intakes';
import { type Answered, type Asking, askingAs } from '../support/asking';
import { fieldsIn } from '../support/client-by-request';
import { inTurns } from '../support/in-turns';
import { signedIn } from '../support/sessions';
import { expect, test } from '../support/site-door';
import { ROLE_MATRIX } from './role-matrix';

type Theirs = { intake: Intake; appointment: string; message: string; notice: string; recovery: string };

let team: Team;
/** Somebody with something of every kind that an address or a form can name. */
let theirs: Theirs;
/** Forms that were never sent: no member of staff knows of them. */
let unsent: Intake;
/** Who tries. Booked, and not sent. */
let mine: Intake;
let own: Asking;

test.beforeAll(async ({ site, ownerSql }) => {
  team = await theTeam();
  theirs = await somebodyElse(ownerSql);
  unsent = await anIntake({}, { upTo: 'forms' });
  mine = await anIntake({}, { upTo: 'booked' });
  own = askingAs(site.url, await signedIn(mine.client));
});

async function somebodyElse(sql: postgres.Sql): Promise<Theirs> {
  const intake = await anIntake();
  const { reference, client } = intake;
  await writeMessage(team.lead, { reference, text: 'Made up', formToken: newId() });
  const started = await startRecovery(team.frontDesk, {
    ...{ reference, email: `${newReference().toLowerCase()}@made-up.example`, inbox: 'only-me' },
    ...{ steps: ['called-back', 'photo-id'], resetSecondKey: false },
  });
  if (!started.ok) throw new Error(started.reason);
  const [row] = await sql`select
    (select reference from appointment where client_id = ${client.id}) as appointment,
    (select id from site_message where client_id = ${client.id}) as message,
    (select reference from notice where account_id = ${client.id} limit 1) as notice`;
  if (!row?.appointment || !row.message || !row.notice) throw new Error('They lack something to be named.');
  return { intake, ...row, recovery: started.reference } as Theirs;
}

/** Where a route stands for many things, one of theirs; the matrix says it by name, or names nobody's. */
const OF_ITS_OWN: Record<string, keyof Omit<Theirs, 'intake'>> = {
  '/staff/messages/': 'notice',
  '/staff/recoveries/': 'recovery',
};

/** Every address that names somebody's: with `real`, and the same with a reference that nobody has. */
function addresses(real: (what: 'submission' | keyof Omit<Theirs, 'intake'>) => string) {
  return Object.entries(ROLE_MATRIX).flatMap(([route, { at = route, method }]) => {
    const what =
      at.match(/\{(submission|appointment)\}/)?.[1] ??
      Object.entries(OF_ITS_OWN).find(([start]) => at.startsWith(`${start}none`))?.[1];
    if (!what) return [];
    const named = real(what as 'submission');
    const put = (reference: string) => at.replace(/\{\w+\}|\bnone\b/, reference);
    const nobodys = named.length === 10 ? newReference() : newReference().padEnd(named.length, '0');
    return [{ route, method, named, path: put(named), nobodys, missing: put(nobodys) }];
  });
}

/** All of an answer but what is new each time, and the reference that was asked for. Of a page's data, how it ends: its order is chance. */
function bare({ status, to, text }: Answered, reference: string): string {
  const ends = text.startsWith('<')
    ? text
    : (text.match(/NEXT_(HTTP_ERROR_FALLBACK|REDIRECT);[^"]+/g) ?? [text]).join();
  return `${status} ${to}\n${ends}`
    .replaceAll(reference, 'REFERENCE')
    .replace(/nonce(="|-|\\?":\\?")[\w+/=-]+/g, 'nonce');
}

/** Asks for each with both references; those that tell them apart, or that open. */
async function toldApart(asking: Asking, all: ReturnType<typeof addresses>): Promise<string[]> {
  const wrong: string[] = [];
  await inTurns(all, async ({ route, method, named, path, nobodys, missing }) => {
    for (const headers of method ? [{}] : ([{}, { RSC: '1' }] as Record<string, string>[])) {
      const ask = (at: string) => (method ? asking.post(at, {}) : asking.get(at, headers));
      const [found, none] = [await ask(path), await ask(missing)];
      // Data is 200 also where it says that there is nothing.
      if (bare(found, named) !== bare(none, nobodys) || (found.status === 200 && !('RSC' in headers)))
        wrong.push(
          `${route} ${JSON.stringify(headers)}: ${found.status} ${found.to}, ${none.status} ${none.to}`,
        );
    }
  });
  return wrong;
}

test('Z-01 a client who names what is another’s at any address of staff’s gets what is missing gets, letter for letter', async () => {
  const all = addresses((what) => (what === 'submission' ? theirs.intake.reference : theirs[what]));
  expect(all.length).toBeGreaterThan(35);
  expect(await toldApart(own, all)).toEqual([]);
  const [first] = all.filter(({ method }) => !method);
  expect((await own.get(first?.path ?? '')).status).toBe(404);
});

test('Z-01 forms that were never sent are as missing to front desk and clinicians as those that never were', async ({
  site,
}) => {
  // A recovery is for whoever has an account, and is started before anything is sent.
  const all = addresses(() => unsent.reference).filter(
    ({ path }) =>
      path.includes(unsent.reference) && !/^\/staff\/(recoveries|messages|appointments\/[^b])/.test(path),
  );
  expect(all.length).toBeGreaterThan(20);
  for (const who of ['frontDesk', 'clinician'] as const) {
    const asking = askingAs(site.url, await signedIn(team[who]));
    const opened = await asking.get(`/staff/submissions/${theirs.intake.reference}`);
    expect(opened.status, 'what was sent opens').toBe(200);
    const missing = all.filter(({ route }) => ROLE_MATRIX[route]?.outcomes[MATRIX_NAME[who]] !== 'nothing');
    expect(await toldApart(asking, missing), who).toEqual([]);
  }
});
const MATRIX_NAME = { frontDesk: 'front-desk', clinician: 'clinician' } as const;

test('Z-01 a client’s own pages give by number, and forms take by name, nothing of another’s', async ({
  ownerSql: sql,
}) => {
  const before = await everythingOf(sql, theirs.intake.client.id);
  for (const [path, number] of [
    ['/home/estimates/1', '1'],
    ['/home/estimates/1/copy.pdf', '1'],
    ['/documents/agreement/copy?number=2', '2'],
    ['/documents/agreement/copy.pdf?number=2', '2'],
  ] as const) {
    const none = path.replace(number, '77');
    expect(bare(await own.get(path), path), path).toBe(bare(await own.get(none), none));
    expect((await own.get(path)).status, path).toBe(404);
  }
  const forms: [path: string, name: string, theirs: string, nobodys: string][] = [
    ['/home/messages/read', 'message', theirs.message, newId()],
    ['/schedule/cancel/confirm', 'appointment', theirs.appointment, newReference()],
    ['/documents/agreement/sign', 'account', theirs.intake.client.id, newId()],
    ['/documents/agreement/withdraw/confirm', 'account', theirs.intake.client.id, newId()],
    ['/home/address/stop', 'change', theirs.recovery, newReference()],
    ['/schedule/book', 'appointment', theirs.appointment, newReference()],
  ];
  for (const [path, name, named, nobodys] of forms) {
    const [found, none] = [
      await own.post(path, { [name]: named }),
      await own.post(path, { [name]: nobodys }),
    ];
    expect(bare(found, named), path).toBe(bare(none, nobodys));
    expect(found.status, path).toBe(303);
  }
  expect(await everythingOf(sql, theirs.intake.client.id)).toEqual(before);
  const still = await sql`select status from appointment where client_id = ${mine.client.id}`;
  expect(
    still.map(({ status }) => status),
    'nor of one’s own',
  ).toEqual(['booked']);
});

/** A print of every row that is about somebody, by table: what mail does by itself left out. */
async function everythingOf(sql: postgres.Sql, id: string): Promise<Record<string, string>> {
  const columns = await sql<{ table_name: string; column_name: string }[]>`
    select c.table_name, c.column_name from information_schema.columns c
    join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
    where c.table_schema = 'public'
      and c.column_name in ('client_id', 'account_id', 'subject', 'subject_id', 'staff_id')
      and c.table_name not in ('notice', 'reminder', 'session')`;
  const prints: Record<string, string> = {};
  for (const { table_name: table, column_name: column } of columns) {
    const [row] =
      await sql`select md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as print, count(*)::int as n
      from ${sql(table)} r where ${sql(column)}::text = ${id}
      ${table === 'audit_event' ? sql`and event not like 'notice.%' and event not like 'mail.%'` : sql``}`;
    prints[`${table}.${column}`] = `${row?.n} ${row?.print}`;
  }
  return prints;
}

const app = resolve(import.meta.dirname, '../../app');
/** What staff's forms do read: of these a form may well speak. */
const READ_BY_STAFF = new Set(
  readdirSync(join(app, 'staff'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
    .flatMap((file) =>
      [
        ...readFileSync(join(app, 'staff', file), 'utf8').matchAll(/\.(?:one|all|id|reference)\('([\w-]+)'/g),
      ].map(([, name = '']) => name),
    ),
);

/** What decides who somebody is and how things stand, under every name it might go by. */
const claims = (): Record<string, string> => {
  const { client, reference } = theirs.intake;
  const ids = [
    'client',
    'clientId',
    'client_id',
    'account',
    'accountId',
    'account_id',
    'subject',
    'owner',
    'user',
    'userId',
  ];
  return {
    ...Object.fromEntries(ids.map((name) => [name, client.id])),
    ...{ submission: reference, submissionId: theirs.intake.id, submission_id: theirs.intake.id, reference },
    ...{
      role: 'admin',
      roles: 'admin',
      kind: 'staff',
      actor: client.id,
      actorId: client.id,
      staffId: team.admin.id,
    },
    ...{ status: 'accepted', state: 'declined', audience: 'all-staff', secondFactorAt: '2031-01-01T00:00Z' },
    ...{ 'foyer.actor_id': client.id, __proto__: 'x', 'constructor[prototype][roles]': 'admin' },
  };
};

/** These count tries against the staff, end a session, change what all people of the site see, or send or take away all of it. */
const LEFT_OUT =
  /^\/(home\/delete-draft|forms\/check|staff\/(second-factor|enrol|settings|on-call)|sign-in|exit|sign-out|api)\b/;

test('Z-06 a role, somebody’s id, a status or an audience in a form is nothing to any route', async ({
  site,
  ownerSql: sql,
}) => {
  const before = await everythingOf(sql, theirs.intake.client.id);
  const roles = () => sql`select id, roles from staff_member order by id`;
  const kinds = () => sql`select id, kind, disabled_at from account where id = ${mine.client.id}`;
  const [rolesBefore, kindBefore] = [await roles(), await kinds()];
  const staff = Object.entries(claims()).filter(([name]) => !READ_BY_STAFF.has(name));
  expect(staff.length).toBeGreaterThan(15);
  const desk = askingAs(site.url, await signedIn(team.frontDesk));
  const clinician = askingAs(site.url, await signedIn(team.clinician));
  const forms = Object.entries(ROLE_MATRIX).filter(([route, { method }]) => method && !LEFT_OUT.test(route));
  const wrong: string[] = [];
  await inTurns(forms, async ([route, { at = route, outcomes }]) => {
    const path = at.replace('{submission}', mine.reference).replace(/\{\w+\}/, newReference());
    for (const [who, asking] of [
      ['client', own],
      ['front-desk', desk],
      ['clinician', clinician],
    ] as const) {
      const { status } = await asking.post(path, who === 'client' ? claims() : staff);
      // A claim opens nothing that the matrix shuts, and breaks nothing.
      if (status >= 500 || (outcomes[who] === 'nothing' && status !== 404))
        wrong.push(`${route} ${who}: ${status}`);
    }
  });
  expect(wrong).toEqual([]);
  // A form that is taken: what it says goes to whoever sent it, to be read by whom the question is for.
  const form = fieldsIn((await own.get('/forms/4/c1')).text, 'hidden');
  const kept = { ...claims(), ...form, C1: 'Mine (made up)', intent: 'continue' };
  expect((await own.post('/forms/4/c1/save', kept)).to).toMatch(/^\/forms\/4\/(?!c1)/);
  const answers = await sql`select question, audience from answer where client_id = ${mine.client.id}`;
  expect(answers.filter(({ question }) => question === 'C1')).toHaveLength(2);
  for (const { question, audience } of answers)
    expect(audience, question).toBe(questionNamed(question)?.audience);
  const [{ status } = {}] = await sql`select status from submission where client_id = ${mine.client.id}`;
  expect(status).toBe('draft');
  expect(await everythingOf(sql, theirs.intake.client.id)).toEqual(before);
  expect([await roles(), await kinds()]).toEqual([rolesBefore, kindBefore]);
  expect((await own.get('/staff')).status).toBe(404);
  expect((await desk.get('/staff/flags')).status).toBe(404);
});
