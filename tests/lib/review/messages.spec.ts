// A message on the site reaches its reader and nobody else, is sealed, and says whether it was read.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { siteMessage } from '@/db/schema';
import { newId } from '@/lib/env/ids';
import { changeHowToCome } from '@/lib/forms/change-how-to-come';
import { homeOf } from '@/lib/onboarding/home';
import { markMessageRead, myMessages } from '@/lib/review/my-messages';
import { readQueue } from '@/lib/review/queue';
import { settleTime } from '@/lib/review/settle-time';
import { readSubmission } from '@/lib/review/submission-file';
import { writeMessage } from '@/lib/review/write-message';
import { askForTime, ownTimeRequest } from '@/lib/scheduling/time-request';
import { expect, test } from '../../support/database';
import { anIntake, type Staff, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const TEXT = 'a marked message, made up';
const write = (actor: Staff, reference: string, text = TEXT, formToken: string = newId()) =>
  writeMessage(actor, { reference, text, formToken });

test('what staff write stands at the client’s home until they say that they read it, and staff see that', async () => {
  const { client, reference } = await anIntake();
  expect(await write(team.clinician, reference)).toEqual({ ok: true });
  expect((await homeOf(client)).messages).toEqual({ all: 1, unread: 1 });
  const [message] = (await myMessages(client)).messages;
  expect(message).toMatchObject({ text: TEXT, readAt: null });
  await markMessageRead(client, message?.id ?? '');
  expect((await homeOf(client)).messages).toEqual({ all: 1, unread: 0 });
  const file = await readSubmission(team.clinician, reference);
  expect(file?.messages).toMatchObject([{ text: TEXT, readAt: expect.any(Date) }]);
  expect(file?.history.done.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['message.written', 'message.read']),
  );
});

test('nobody else reads it, marks it or changes it: no other client, no front desk when a clinician wrote', async ({
  database,
}) => {
  const { client, reference } = await anIntake();
  const other = await anIntake();
  await write(team.clinician, reference);
  const [message] = (await myMessages(client)).messages;
  const id = message?.id ?? '';
  expect((await myMessages(other.client)).messages).toEqual([]);
  await markMessageRead(other.client, id);
  expect((await myMessages(client)).messages[0]?.readAt).toBeNull();
  expect((await readSubmission(team.frontDesk, reference))?.messages).toEqual([]);
  for (const actor of [client, team.clinician, team.frontDesk]) {
    await expect(
      as(actor, (tx) => tx.execute(sql`update site_message set content = 'changed' where id = ${id}`)),
    ).rejects.toThrow();
  }
  const forged = { id: newId(), clientId: client.id, writtenBy: team.clinician.id, audience: 'all-staff' };
  await expect(
    as(client, (tx) =>
      tx.insert(siteMessage).values({ ...forged, content: 'x', formToken: 'x', writtenAt: new Date() }),
    ),
  ).rejects.toThrow();
  const [row] = await database.ownerSql`select content from site_message where id = ${id}`;
  expect(row?.content).not.toContain('marked');
});

test('what front desk writes front desk and clinicians read; an admin alone writes nothing', async () => {
  const { reference } = await anIntake();
  expect(await write(team.frontDesk, reference)).toEqual({ ok: true });
  for (const actor of [team.frontDesk, team.clinician])
    expect((await readSubmission(actor, reference))?.messages).toMatchObject([{ text: TEXT }]);
  expect(await write(team.admin, reference)).toEqual({ ok: false, reason: 'not-allowed' });
});

test('the same form sent twice writes once; nothing and too much are refused', async () => {
  const { client, reference } = await anIntake();
  const token = newId();
  await Promise.all([1, 2, 3].map(() => write(team.clinician, reference, TEXT, token)));
  expect((await myMessages(client)).messages).toHaveLength(1);
  expect(await write(team.clinician, reference, '  ')).toMatchObject({ reason: 'message-missing' });
  expect(await write(team.clinician, reference, 'x'.repeat(2001))).toMatchObject({
    reason: 'message-too-long',
  });
  expect(await write(team.clinician, 'NONE', TEXT)).toMatchObject({ reason: 'unknown' });
});

test('who asks for a time before sending is seen by staff: how to reach them and how they want to come, and nothing else', async () => {
  // In California the demo's clinic sees people by video alone.
  const { client, reference } = await anIntake(
    { 'A8-us': 'US-CA', J2: 'no', C1: 'marked words' },
    { upTo: 'forms' },
  );
  expect(await readSubmission(team.frontDesk, reference)).toBeNull();
  await changeHowToCome(client, { format: 'in-person' });
  expect(await askForTime(client)).toEqual({ ok: true });
  const file = await readSubmission(team.frontDesk, reference);
  expect(file).toMatchObject({ unsent: true, timeWanted: { done: false } });
  const known = [...(file?.answers.keys() ?? [])];
  expect(known).toEqual(expect.arrayContaining(['A4', 'C8', 'format']));
  expect(known.filter((each) => !/^(A\d+(-\w+)?|B1|B7|C8|format|J5)$/.test(each))).toEqual([]);
  const row = (await readQueue(team.frontDesk, {})).rows.find((each) => each.reference === reference);
  expect(row?.timeDue).toBeInstanceOf(Date);
  expect(await settleTime(team.frontDesk, reference)).toEqual({ ok: true, stillKnown: false });
  expect(await ownTimeRequest(client)).toMatchObject({ done: true });
  expect(await readSubmission(team.frontDesk, reference)).toBeNull();
});
