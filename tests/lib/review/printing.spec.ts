// A file on paper: what was chosen and nothing else, safety only where it was ticked, never a process note; every page marked; each print one line in the record.
import { createTranslator } from 'use-intl/core';
import { sheetParts } from '@/app/staff/submissions/[reference]/print/sheet';
import { sheetCopy } from '@/app/staff/submissions/[reference]/print/sheet-copy';
import type { PrintWords } from '@/app/staff/submissions/[reference]/print/sheet-words';
import { documentPdf } from '@/lib/documents/document-pdf';
import { newId } from '@/lib/env/ids';
import { fileToChooseFrom, fileToPrint } from '@/lib/review/file-to-print';
import { sectionsToChoose } from '@/lib/review/print-choice';
import { writeClinicalNote } from '@/lib/review/write-clinical-note';
import { writeProcessNote } from '@/lib/review/write-process-note';
import words from '@/messages/en/print.json' with { type: 'json' };
import { withoutLots, withoutStreams } from '../../support/by-lot';
import { expect, test } from '../../support/database';
import { pdfTextOf } from '../../support/pdf-text';
import { anIntake, type Intake, type Staff, type Team, theTeam } from './made-up-intakes';

const t = createTranslator({
  locale: 'en',
  messages: { print: words },
  namespace: 'print',
  onError: (error) => {
    throw error;
  },
}) as unknown as PrintWords;

const EVERYTHING = {
  part: ['summary', 'documents', 'appointment'],
  section: sectionsToChoose(true).map(({ number }) => number),
};
const ALSO = { ...EVERYTHING, also: ['notes', 'safety'] };
/** Each stands in one answer that is about safety. */
const SAFETY = ['markedneighbour', 'markedsafeway', 'markednever', 'By text, to this number'];
const STORY = 'markedstory, made up';

let team: Team;
let intake: Intake;

test.beforeAll(async () => {
  team = await theTeam();
  intake = await anIntake({
    C1: STORY,
    J2: 'yes',
    J5: { way: 'text', details: 'markedsafeway' },
    A7: 'markednever',
    A9: { who: 'someone', name: 'markedneighbour', phone: '+1 212 555 0199', relationship: 'Friend' },
  });
  const { reference } = intake;
  const note = { reference, text: 'markednote, made up\n\nand its second paragraph', formToken: newId() };
  expect(await writeClinicalNote(team.clinician, note)).toEqual({ ok: true });
  const own = { reference, text: 'Quetzalnote, made up', formToken: newId() };
  expect(await writeProcessNote(team.clinician, own)).toEqual({ ok: true });
});

type Search = Parameters<typeof fileToPrint>[2];

async function printed(actor: Staff, search: Search, { reference } = intake) {
  const found = await fileToPrint(actor, reference, search, 'pdf');
  if (!found.ok) throw new Error(found.reason);
  const sheet = { ...found, t };
  const by = { reference, name: 'Sam Sample (made up)', when: 'Sun 29 Nov 2026 05:40' };
  const pdf = await documentPdf(sheetCopy(sheet, by, { locale: 'en', country: 'US' }));
  return { parts: sheetParts(sheet), pdf, pages: pdfTextOf(pdf) };
}

test('without the tick no answer about safety, no flag and no total is printed; it says so', async () => {
  const { parts, pages } = await printed(team.clinician, { ...EVERYTHING, also: 'notes' });
  const whole = JSON.stringify(parts);
  const text = pages.join(' ');
  for (const shown of [STORY, 'markednote']) {
    expect(whole).toContain(shown);
    expect(text).toContain(shown);
  }
  for (const word of SAFETY) {
    expect(whole).not.toContain(word);
    expect(text).not.toContain(word);
  }
  expect(parts.map(({ heading }) => heading).join()).not.toMatch(/Flags|Scores|PHQ|GAD|Reaching/);
  expect(text).toContain('are left out');
});

test('with it they are all there, flags first, totals with their items and bands', async () => {
  const { parts, pages } = await printed(team.clinician, ALSO);
  const text = pages.join(' ');
  for (const word of ['markedneighbour', 'markedsafeway', 'markednever']) expect(text).toContain(word);
  expect(parts.slice(0, 2).map(({ heading }) => heading)).toEqual(['Flags', expect.any(String)]);
  const score = parts.find(({ heading }) => /GAD|PHQ/.test(heading));
  expect(score?.rows?.length).toBeGreaterThan(5);
  expect(text).not.toContain('are left out');
});

test('declined, in person, not answered and not asked are told apart', async () => {
  const other = await anIntake({ C1: { state: 'in-person' }, B4: { state: 'declined' } });
  const { parts } = await printed(team.clinician, ALSO, other);
  const values = parts.flatMap(({ rows = [] }) => rows.map(({ value }) => value));
  for (const state of ['(prefers not to say)', '(wants to say it in person)', '(not answered)'])
    expect(values).toContain(state);
  expect(parts.flatMap(({ rows = [] }) => rows.map(({ label }) => label))).toContain('Not asked');
});

test('a process note is on no paper, not its author’s and not a lead’s', async () => {
  for (const actor of [team.clinician, team.lead]) {
    const { parts, pages } = await printed(actor, ALSO);
    expect(JSON.stringify(parts)).not.toContain('Quetzalnote');
    expect(pages.join(' ')).not.toContain('Quetzalnote');
  }
});

test('front desk prints what front desk may see: no clinical answer, note, flag or score, whatever it asks for', async () => {
  const { parts, pages } = await printed(team.frontDesk, ALSO);
  const whole = withoutLots(JSON.stringify(parts) + pages.join(' '));
  for (const word of [STORY, 'markednote', 'markedsafeway', 'Quetzalnote', 'Flags', 'Scores', 'PHQ'])
    expect(whole).not.toContain(word);
  expect(whole).toContain('markednever');
});

test('every page says that it is confidential, by whom and when, and which of how many it is, as an artifact', async () => {
  const { pdf, pages } = await printed(team.clinician, ALSO);
  expect(pages.length).toBeGreaterThan(2);
  for (const [index, text] of pages.entries())
    expect(text).toContain(
      `Confidential, ${intake.reference}. Printed by Sam Sample (made up), Sun 29 Nov 2026 05:40. Page ${index + 1} of ${pages.length}`,
    );
  const file = pdf.toString('latin1');
  for (const tag of [
    '/Marked true',
    '/Lang (en)',
    '/DisplayDocTitle true',
    '/S /H1\n',
    '/S /H2\n',
    '/S /H3\n',
    '/S /P\n',
  ])
    expect(file).toContain(tag);
  expect(file).toContain(`(Record ${intake.reference})`);
  expect(withoutLots(withoutStreams(pdf))).not.toMatch(/sex|therap/i);
});

test('each print is one line in the record, with what was chosen and no word of it', async ({ database }) => {
  const search = { part: 'summary', section: ['3'], also: 'safety' };
  const lines = () =>
    database.ownerSql`select detail from audit_event where subject = ${intake.client.id}
      and actor_id = ${team.admin.id} and event in ('submission.printed', 'submission.read')`;
  expect(await fileToPrint(team.admin, intake.reference, search, 'paper')).toMatchObject({ ok: true });
  const [line, ...more] = await lines();
  expect(more).toEqual([]);
  expect(JSON.parse(String(line?.detail))).toEqual({
    ...{ medium: 'paper', parts: ['summary'], sections: ['3'], notes: false, safety: true },
    submission: intake.id,
  });
});

test('nothing chosen prints nothing; nor does what is not there, was made up in the address, or was not sent', async () => {
  const ask = (search: Search, reference = intake.reference) =>
    fileToPrint(team.clinician, reference, search, 'paper');
  for (const search of [{}, { also: 'process-notes' }, { part: 'everything', section: 'x' }])
    expect(await ask(search)).toEqual({ ok: false, reason: 'nothing-chosen' });
  expect(await ask(ALSO, 'NONE')).toEqual({ ok: false, reason: 'unknown' });
  const draft = await anIntake({}, { upTo: 'booked' });
  expect(await ask(ALSO, draft.reference)).toEqual({ ok: false, reason: 'unknown' });
  expect(await fileToChooseFrom(team.clinician, draft.reference)).toBeNull();
});
