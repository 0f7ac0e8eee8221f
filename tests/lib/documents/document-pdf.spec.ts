// A copy on paper's terms: tagged for a screen reader, its pages numbered, names in their own letters.
import { inflateSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { defaultTexts } from '@/lib/documents/default-texts';
import { documentPdf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { canPrint, runsOf } from '@/lib/documents/pdf-letters';
import { publishedText } from '@/lib/documents/published-text';
import { withoutStreams } from '@/tests/support/by-lot';
import { madeUpClinic } from './made-up-clinic';

const copyOf = (value: string) =>
  documentPdf({
    title: 'Your copy',
    browserTitle: 'Your copy',
    locale: 'en',
    lead: 'A made-up copy.',
    sections: [
      { heading: 'In short', items: ['One.', 'Two.'] },
      { markdown: publishedText(defaultTexts.fees, madeUpClinic).body },
      { markdown: publishedText(defaultTexts.agreement, madeUpClinic).body },
      { heading: 'The record', rows: [{ label: 'Name', value }] },
    ],
    foot: (page, of) => `Page ${page} of ${of}`,
    paper: 'A4',
  });

test('the file is tagged, names its language and its neutral title, and carries its typefaces', async () => {
  const file = await copyOf('Sam');
  const pdf = file.toString('latin1');
  expect(pdf).toContain('/Marked true');
  expect(pdf).toContain('/Lang (en)');
  expect(pdf).toContain('/DisplayDocTitle true');
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD'])
    expect(pdf).toContain(`/S /${tag}\n`);
  expect(pdf).toContain('/FontFile');
  expect(withoutStreams(file)).not.toMatch(/sex|therap/i);
});

test('nothing in a text or a name can become code of the file', async () => {
  const pdf = await copyOf(') >> /OpenAction << /S /JavaScript /JS (app.alert(1)) >>');
  expect(pdf.toString('latin1')).not.toContain('/JavaScript');
});

test('every page is numbered', async () => {
  const pdf = await copyOf('Sam');
  const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(2);
  const artifacts = streamsOf(pdf).filter((stream) => stream.includes('/Artifact')).length;
  expect(artifacts).toBe(pages);
});

test('letters are printed in a typeface that has them, and a script without one is told', () => {
  for (const name of ['Łukasz Żółć', 'Nguyễn', 'Ольга', 'Γιώργος', 'किरण', 'María O’Neil'])
    expect(canPrint(name), name).toBe(true);
  expect(canPrint('山田')).toBe(false);
  expect(runsOf('Ольга S', '400').map(({ text }) => text)).toEqual(['Ольга', ' S']);
});

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\n/g)].flatMap(({ index }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const from = index + 'stream\n'.length;
    try {
      return [inflateSync(pdf.subarray(from, text.indexOf('\nendstream', from))).toString('latin1')];
    } catch {
      return [];
    }
  });
}

test('while a file is drawn others are answered, between one block of it and the next', async () => {
  let answered = 0;
  let drawing = true;
  const answer = () => {
    answered += 1;
    if (drawing) setImmediate(answer);
  };
  setImmediate(answer);
  await copyOf('Sam');
  drawing = false;
  expect(answered).toBeGreaterThan(20);
});

test('of twenty files that one account asks for at once a few are drawn, one by one; somebody else’s is not held up', async () => {
  let [own, most] = [0, 0];
  const ended: string[] = [];
  const one = (whose: string) =>
    drawInTurn(whose, async () => {
      if (whose === 'many') own += 1;
      most = Math.max(most, own);
      await new Promise((done) => setTimeout(done, 20));
      if (whose === 'many') own -= 1;
      ended.push(whose);
    });
  const many = Promise.allSettled(Array.from({ length: 20 }, () => one('many')));
  await one('somebody else');
  expect(ended.filter((whose) => whose === 'many').length).toBeLessThanOrEqual(1);
  const settled = await many;
  expect(most).toBe(1);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  for (const each of settled)
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ name: 'Busy' });
});

test('of many accounts at once two are drawn for, some wait, and the rest are told so', async () => {
  let [now, most] = [0, 0];
  const settled = await Promise.allSettled(
    Array.from({ length: 30 }, (_, account) =>
      drawInTurn(`account ${account}`, async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((done) => setTimeout(done, 5));
        now -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});
