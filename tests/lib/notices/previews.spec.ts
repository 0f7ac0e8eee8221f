// What somebody reads beforehand is what is sent, word for word, by what they chose.
import { shiftClock } from '@/lib/env/clock';
import { mailboxPort } from '@/lib/notices/adapters/mailbox';
import { catalogue, NOTICE_KINDS } from '@/lib/notices/catalogue';
import { previewsForClient, previewsForStaff } from '@/lib/notices/previews';
import { sendNotice } from '@/lib/notices/send-notice';
import { expect, test } from '@/tests/support/database';
import { aStaffMember } from '@/tests/support/people';
import { appointmentFor, mailsTo, openPost, queue, reminderOf, somebodyWho, stateOf } from './made-up-post';

test.beforeEach(({ database }) => openPost(database.ownerSql));
test.afterEach(() => shiftClock(0));

const SENT = ['appointment-booked', 'appointment-moved', 'appointment-reminder', 'question-for-you'] as const;

for (const [inbox, by] of [
  ['only-me', 'email'],
  ['others', 'email'],
  ['not-sure', 'email'],
  ['only-me', 'site'],
] as const) {
  test(`with an inbox "${inbox}" and "${by}", each preview is the mail, and what it says would not go does not`, async ({
    database,
  }) => {
    const client = await somebodyWho({ A1: inbox, A4: by });
    const appointmentId = await appointmentFor(database.ownerSql, client.id);
    const reminder = await reminderOf(database.ownerSql, client.id, appointmentId);
    // Before it begins: nobody is reminded of what is over.
    shiftClock(Date.parse('2026-11-23T12:00Z') - Date.now());
    const { mails } = await previewsForClient(client);
    expect(mails.map(({ kind }) => kind)).toEqual(
      NOTICE_KINDS.filter((kind) => catalogue[kind].to !== 'staff'),
    );
    for (const kind of SENT) {
      const preview = mails.find((each) => each.kind === kind);
      const aboutId = kind === 'appointment-reminder' ? reminder : appointmentId;
      const id = await queue({ kind, accountId: client.id, aboutId });
      await sendNotice(id, mailboxPort);
      const mail = (await mailsTo(client.email)).find((each) => each.id === id);
      expect(mail === undefined, kind).toBe(preview?.not !== null);
      expect(await stateOf(database.ownerSql, id)).toBe(preview?.not ? 'withheld' : 'sent');
      if (!mail) continue;
      expect({ subject: preview?.subject, text: preview?.text, html: preview?.html }).toEqual({
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
      });
    }
    const told = mails.map(({ text }) => text).join();
    expect(told.includes('November')).toBe(inbox === 'only-me');
  });
}

test('staff read every mail there is, with a day and time only for an inbox of one’s own', async () => {
  const desk = await aStaffMember('front-desk');
  // At an hour of the day that has a figure: the twelfth is said in a word.
  shiftClock(Date.parse('2026-11-23T14:30Z') - Date.now());
  const [own, shared] = [await previewsForStaff(desk, true), await previewsForStaff(desk, false)];
  expect(own.mails.map(({ kind }) => kind)).toEqual(NOTICE_KINDS);
  const times = ({ mails }: typeof own) => mails.filter(({ text }) => /\d:\d\d/.test(text)).length;
  expect(times(own)).toBe(6);
  expect(times(shared)).toBe(0);
});
