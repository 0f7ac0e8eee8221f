// A text that staff wrote is taken as it is or refused with a reason: no gap is left open, no letter hides, and no tab tells.
import { expect, test } from '@playwright/test';
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { type EditedText, editedPart, editedTextIn, fieldsOf } from '@/lib/documents/edited-text';
import { LONGEST, textFaults } from '@/lib/documents/text-faults';

const shipped = editedPart(defaultTexts.video);
const faults = (change: Partial<EditedText>) =>
  textFaults('video', { ...shipped, ...change }).map(({ field, reason, values }) => [
    field,
    reason,
    ...(values ? [Object.values(values).join()] : []),
  ]);

test('every shipped text can be saved, and comes out of the form as it went in', () => {
  for (const slug of DOCUMENT_SLUGS) {
    const text = editedPart(defaultTexts[slug]);
    expect(textFaults(slug, text), slug).toEqual([]);
    const fields = fieldsOf(slug, text);
    const posted = editedTextIn(slug, (field) => (fields[field] ?? '').replaceAll('\n', '\r\n'));
    expect(posted.body, slug).toBe(text.body);
    expect([posted.title, posted.browserTitle, posted.summary]).toEqual([
      text.title,
      text.browserTitle,
      text.summary,
    ]);
    expect({ ...text.boxes, ...posted.boxes }).toEqual(text.boxes);
  }
});

test('what is empty, too long or too much is named with its field', () => {
  expect(faults({ title: '' })).toEqual([['title', 'empty']]);
  expect(faults({ title: 'x'.repeat(81) })).toEqual([['title', 'too-long', '81,80']]);
  expect(faults({ summary: [] })).toEqual([['summary', 'empty']]);
  expect(faults({ summary: Array(13).fill('One.') })).toEqual([['summary', 'too-many-lines', '13,12']]);
  expect(faults({ summary: ['x'.repeat(241)] })).toEqual([['summary', 'too-long', '241,240']]);
  expect(faults({ body: '' })).toEqual([['body', 'empty']]);
  expect(faults({ body: '😀'.repeat(LONGEST.body) })).toEqual([]);
  expect(faults({ body: 'x'.repeat(LONGEST.body + 1) })).toEqual([['body', 'too-long', '20001,20000']]);
  expect(faults({ body: `${'> '.repeat(5_000)}deep` })).toEqual([['body', 'too-deep']]);
  expect(
    faults({ boxes: {} }).every(([field, reason]) => field?.startsWith('box-') && reason === 'empty'),
  ).toBe(true);
});

test('the title in the browser tells a bystander nothing, however it is written', () => {
  for (const told of ['Sex and you', 'THERAPY', 'Cli\u0301nic', 'coun\u200bselling'])
    expect(faults({ browserTitle: told })[0]?.slice(0, 2), told).toEqual(['browser-title', 'gives-away']);
  expect(faults({ browserTitle: '' })).toEqual([['browser-title', 'empty']]);
  expect(faults({ browserTitle: 'x'.repeat(31) })).toEqual([['browser-title', 'too-long']]);
});

test('no gap is left open: not an unknown one, not one that is misspelt, not where none is filled', () => {
  for (const gap of ['{{clinicname}}', '{{ clinicName }}', '{{constructor}}', '{{', '}}', '{{}}'])
    expect(faults({ body: `Call ${gap}.` }), gap).toEqual([['body', 'unknown-gap', gap]]);
  expect(faults({ summary: ['Call {{nobody}}.'] })).toEqual([['summary', 'unknown-gap', '{{nobody}}']]);
  expect(faults({ summary: ['{{feeTable}}'] })).toEqual([['summary', 'no-gaps-here', '{{feeTable}}']]);
  expect(faults({ title: 'Of {{clinicName}}' })).toEqual([['title', 'no-gaps-here', '{{clinicName}}']]);
  expect(faults({ body: 'Call {{clinicPhone}}.' })).toEqual([]);
});

test('letters that hide, turn or pretend are refused', () => {
  for (const hidden of ['\u202eevil', 'zero\u200bwidth', 'soft\u00adhyphen', '\u0000', '\ud800', '\u2066x'])
    expect(faults({ body: `Words ${hidden}.` })[0]?.[1], JSON.stringify(hidden)).toBe('not-readable');
  expect(faults({ body: 'No sеxual touch.' })).toEqual([['body', 'mixed-letters', 'sеxual']]);
  expect(faults({ body: 'Zoë, Łukasz, Ελένη and Ольга; ½, “quotes”, 👩‍👧.' })).toEqual([]);
});

test('a fault after the fixed part is told there', () => {
  const agreement = editedPart(defaultTexts.agreement);
  const body = `Before.\n\n{{lockedClause}}\n\nAfter {{nobody}}.`;
  expect(textFaults('agreement', { ...agreement, body })).toEqual([
    { field: 'body-after', reason: 'unknown-gap', values: { gap: '{{nobody}}' } },
  ]);
  expect(textFaults('agreement', { ...agreement, body: '{{lockedClause}}' })[0]).toEqual({
    field: 'body',
    reason: 'empty',
  });
});
