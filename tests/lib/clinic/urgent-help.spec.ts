// Urgent help: every country has an emergency number and somebody to talk to, and every number says where it comes from.
import { expect, test } from '@playwright/test';
import { callHref, textHref, urgentHelp } from '@/lib/clinic/urgent-help';

for (const [code, { country, lines }] of Object.entries(urgentHelp)) {
  test(`${country}: an emergency number, and somebody to talk to by phone and by text`, () => {
    expect(code).toMatch(/^[A-Z]{2}$/);
    expect(lines[0]).toMatchObject({ for: 'danger', call: expect.stringMatching(/^\d{3}$/) });
    const crisis = lines.filter((line) => line.for === 'crisis');
    expect(crisis.some((line) => line.call)).toBe(true);
    expect(crisis.some((line) => line.text)).toBe(true);
  });

  test(`${country}: every line can be reached, and says where it is published and when it was checked`, () => {
    for (const line of lines) {
      expect(line.call ?? line.text ?? line.chat, line.name).toBeTruthy();
      expect(line.source, line.name).toMatch(/^https:\/\//);
      expect(line.verifiedAt, line.name).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });
}

test('a number is pressed as it is meant, however it is written', () => {
  expect(callHref('1-800-799-7233')).toBe('tel:18007997233');
  expect(callHref('9-8-8')).toBe('tel:988');
  expect(textHref({ to: '0477 13 11 14' })).toBe('sms:0477131114');
  expect(textHref({ to: '741741', word: 'HOME' })).toBe('sms:741741?body=HOME');
});

/** What a clinic has to have for each country at the least; checked against the organisations' own pages by a person. */
const AT_LEAST: Record<keyof typeof urgentHelp, readonly string[]> = {
  US: [
    'danger tel:911',
    'crisis tel:988',
    'crisis sms:988',
    'crisis chat',
    'crisis sms:741741',
    'relationship tel:18007997233',
  ],
  CA: ['danger tel:911', 'crisis tel:988', 'crisis sms:988'],
  GB: [
    'danger tel:999',
    'crisis tel:111',
    'crisis tel:116123',
    'crisis sms:85258',
    'relationship tel:08082000247',
  ],
  IE: ['danger tel:112', 'danger tel:999', 'crisis tel:116123', 'crisis sms:50808'],
  AU: ['danger tel:000', 'crisis tel:131114', 'crisis sms:0477131114', 'relationship tel:1800737732'],
};

for (const [code, wanted] of Object.entries(AT_LEAST))
  test(`${code}: none of the lines that must be there is missing`, () => {
    const { lines } = urgentHelp[code as keyof typeof urgentHelp];
    const there = lines.flatMap(({ for: kind, call, orCall, text, chat }) => [
      ...[call, orCall].flatMap((number) => (number ? [`${kind} ${callHref(number)}`] : [])),
      ...(text ? [`${kind} ${textHref(text).split('?')[0]}`] : []),
      ...(chat ? [`${kind} chat`] : []),
    ]);
    expect(there).toEqual(expect.arrayContaining([...wanted]));
  });
