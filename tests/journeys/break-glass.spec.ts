// A clinician who is not on a case opens it with a reason; the lead is told, sees who and why, and finds it in the record, which still holds.
import { withoutLots } from '../support/by-lot';
import { isSound } from '../support/is-sound';
import { DEMO_STAFF, giveSecondStep, signIn, staffState } from '../support/sign-in';
import { expect, test } from '../support/site';
import { asOwner } from '../support/site-database';

test('a file opened with a reason reaches the lead, and the record', async ({ browser, site, mailbox }) => {
  test.skip(!site.dataFolder, 'it asks the site’s own database whose case is whose');
  const reference = await asOwner(site.dataFolder, async (sql) => {
    const [other] = await sql`select s.reference, s.client_id from submission s
      join account a on a.id = s.assignee_id
      where s.status in ('assigned', 'closed')
        and not exists (select from flag f where f.client_id = s.client_id)
        and s.assignee_id in (select id from staff_member where name like 'Sasha%' or name like 'Toby%')
      limit 1`;
    // Walked before on this site, it has closed again by now.
    await sql`update glass_break set until = opened_at + interval '1 second' where client_id = ${other?.client_id}`;
    return String(other?.reference);
  });
  const since = new Date();
  const reason = `Made up ${since.getTime()}: covering while a colleague is ill.`;

  // Signed in as one does: from where is on the record.
  const theirs = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const clinician = await theirs.newPage();
  await signIn(clinician, mailbox, DEMO_STAFF.clinician);
  await giveSecondStep(theirs, clinician, DEMO_STAFF.clinician);
  await test.step('who is not on the case sees what front desk sees, and is held to a reason', async () => {
    await clinician.goto(`/staff/submissions/${reference}`);
    await expect(clinician.getByRole('heading', { name: 'You’re not on this case' })).toBeVisible();
    await clinician.getByLabel('Why you need to open it').fill('because');
    await clinician.getByRole('button', { name: 'Open the file' }).click();
    await expect(clinician).toHaveTitle(/^Error: /);
    await expect(clinician.getByLabel('Why you need to open it')).toHaveValue('because');
  });
  await test.step('with one it opens, for a while', async () => {
    await clinician.getByLabel('Why you need to open it').fill(reason);
    await clinician.getByRole('button', { name: 'Open the file' }).click();
    await expect(clinician.getByText('The clinical lead has been told')).toBeVisible();
    await expect(clinician.getByText('It closes to you')).toBeVisible();
  });

  const desk = await browser.newContext({ baseURL: site.url, storageState: await staffState(site, 'lead') });
  const lead = await desk.newPage();
  await test.step('the lead is told by a mail that says nothing, and sees who, whose and why', async () => {
    // Their own sign-in, in another worker's run, sends them mail as well.
    const told = async () =>
      (await mailbox.to('lead@demo.example')).find(
        ({ text, sentAt }) => text.includes('Something was opened') && Date.parse(sentAt) >= since.getTime(),
      );
    await expect.poll(told).toBeDefined();
    const mail = await told();
    expect(mail?.subject).toBe('An item needs attention');
    expect(withoutLots(mail?.text ?? '')).not.toMatch(/Rowan|Made up 1/);
    await lead.goto('/staff/opened-files');
    const item = lead.getByRole('article').filter({ hasText: reason });
    await expect(item).toContainText('Rowan Placeholder');
    await isSound(lead, true);
    await item.getByRole('button', { name: /Mark as seen/ }).click();
    await expect(lead.getByText('Marked as seen.')).toBeVisible();
    await expect(lead.getByText(reason)).toHaveCount(0);
  });
  await test.step('it stands in the record, from where, and the record holds', async () => {
    await lead.goto('/staff/audit');
    await lead.getByLabel('Client’s reference').fill(reference);
    await lead.getByLabel('What', { exact: true }).selectOption({ label: 'Opened with a reason' });
    await lead.getByRole('button', { name: 'Show', exact: true }).click();
    const row = lead.getByRole('row', { name: /Opened with a reason, from outside the case/ }).first();
    await expect(row).toContainText('Rowan Placeholder');
    await expect(row).toContainText('Chrom');
    await isSound(lead, true);
    await lead.getByRole('button', { name: 'Verify now' }).click();
    await expect(lead.getByText(/all [\d,]+ lines in [\d,]+ chains hold/)).toBeVisible();
  });
  await test.step('and in the list the client can be given', async () => {
    await lead.goto(`/staff/submissions/${reference}/reads`);
    await expect(
      lead.getByText('Opened your file with a reason, from outside your care team').first(),
    ).toBeVisible();
    await isSound(lead, true);
  });
  for (const context of [theirs, desk]) await context.close();
});
