// Z-03: scores are for clinicians and leads; front desk sees neither a score nor an item, and a total that isn't whole is said to be just that.
import { readSubmission } from '@/lib/review/submission-file';
import { expect, test } from '../../support/database';
import { anIntake, type Team, theTeam } from './made-up-intakes';

let team: Team;
test.beforeAll(async () => {
  team = await theTeam();
});

const items = (letters: string, figures: string) =>
  Object.fromEntries([...figures].flatMap((one, at) => (one === '-' ? [] : [[`${letters}${at + 1}`, one]])));

const scoresFor = async (who: keyof Team, reference: string) => {
  const file = await readSubmission(team[who], reference);
  return Object.fromEntries((file?.scores ?? []).map(({ instrument, score }) => [instrument.id, score]));
};

test('a clinician sees each total with its band, and of an unfinished one how far it went', async () => {
  const { reference } = await anIntake({ ...items('Gp', '11-111-10'), ...items('Ga', '3333210') });
  for (const who of ['clinician', 'lead'] as const) {
    expect(await scoresFor(who, reference)).toMatchObject({
      'PHQ-9': { complete: false, answered: 7, of: 9, atLeast: 6 },
      'GAD-7': { complete: true, total: 15, band: { name: 'severe' } },
    });
  }
  const file = await readSubmission(team.clinician, reference);
  const phq = file?.scores.find(({ instrument }) => instrument.id === 'PHQ-9');
  expect(phq?.items.map(({ points }) => points)).toEqual([1, 1, null, 1, 1, 1, null, 1, 0]);
  // Left open and never asked are two things.
  expect(file?.answers.get('Gp3')?.state).toBe('not-answered');
  expect(file?.answers.get('Ip1')?.state).toBe('not-shown');
  expect(Object.keys(await scoresFor('clinician', reference))).not.toContain('PC-PTSD-5');
});

test('front desk and an admin see no score, and no answer that it is made of', async () => {
  const { reference } = await anIntake(items('Gp', '333333333'));
  for (const who of ['frontDesk', 'admin'] as const) {
    const file = await readSubmission(team[who], reference);
    expect(file?.scores).toEqual([]);
    expect(file?.flags).toEqual([]);
    expect([...(file?.answers.keys() ?? [])].filter((id) => /^[D-I]/.test(id))).toEqual([]);
  }
});

test('a draft that was not sent shows nobody a score, whatever it has raised', async () => {
  const { reference } = await anIntake({}, { upTo: 'booked' });
  expect((await readSubmission(team.clinician, reference))?.scores).toEqual([]);
});
