// A name that strangers can read says nothing of what the visit is about, however it is written.
import { expect, test } from '@playwright/test';
import { neutralName, TELLING, tellingWordIn } from '@/lib/clinic/neutral-name';
import { defaultTexts } from '@/lib/documents/default-texts';
import { publishedText } from '@/lib/documents/published-text';
import { madeUpClinic } from '../documents/made-up-clinic';

test('a neutral name is taken as it is, without the spaces around it', () => {
  expect(neutralName('Harbour Practice')).toEqual({ ok: true, name: 'Harbour Practice' });
  expect(neutralName('  Łódź & Søn  ')).toEqual({ ok: true, name: 'Łódź & Søn' });
});

for (const word of TELLING) {
  test(`a name that holds "${word}" is refused, and the word is named`, () => {
    for (const name of [word, word.toUpperCase(), `The ${word}x Rooms`, `Mid${word}`]) {
      expect(neutralName(name), name).toEqual({ ok: false, reason: 'gives-away', word });
    }
  });
}

test('accents, wide letters and letters that can’t be seen hide no word', () => {
  const hidden = ['Séx', 'ＳＥＸ', 'th\u00adera\u200bpy', 'Clínic', 'ⓘⓝⓣⓘⓜate'];
  for (const name of hidden) expect(tellingWordIn(name), name).not.toBeNull();
});

test('no name, a long one, and one of two lines are refused', () => {
  expect(neutralName('   ')).toEqual({ ok: false, reason: 'empty' });
  expect(neutralName('x'.repeat(31))).toEqual({ ok: false, reason: 'too-long' });
  expect(neutralName('Harbour\nPractice')).toEqual({ ok: false, reason: 'not-readable' });
});

test('a document whose title for the browser gives it away is not published', () => {
  const text = { ...defaultTexts.agreement, browserTitle: 'Sex therapy agreement' };
  expect(() => publishedText(text, madeUpClinic)).toThrow(/gives-away/);
});
