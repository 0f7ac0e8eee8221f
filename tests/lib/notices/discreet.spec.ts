// No mail tells a bystander what the visit is about.
import { expect, test } from '@playwright/test';
import { givesAway, TELLING } from '@/lib/clinic/neutral-name';
import { catalogue, NOTICE_KINDS, type NoticeFacts, type NoticeKind } from '@/lib/notices/catalogue';
import { compose } from '@/lib/notices/compose';
import { assertDeliverable, LONGEST_SUBJECT } from '@/lib/notices/deliverable';
import { LOCALES } from '@/lib/notices/words';
import { MARKED, markedFacts } from './marked-facts';

/** Every combination of what a mail may and may not say: here, with the day and time and without. */
const everyFacts = <K extends NoticeKind>(kind: K): NoticeFacts[K][] => {
  const facts = markedFacts[kind];
  if (!('when' in facts)) return [facts];
  const when = 'Tuesday 24 November 2026, 10:00 am (Greenwich Mean Time, London)';
  return [
    { ...facts, when },
    { ...facts, when: null },
  ];
};

const composed = (kind: NoticeKind, locale = LOCALES[0] ?? 'en', shortName = 'Harbour Practice') =>
  compose(kind, markedFacts[kind], { locale, shortName });

for (const locale of LOCALES) {
  for (const kind of NOTICE_KINDS) {
    test(`"${kind}" (${locale}) names nothing and nobody`, async () => {
      for (const facts of everyFacts(kind)) {
        const mail = await compose(kind, facts, { locale, shortName: 'Harbour Practice' });
        for (const each of [mail.subject, mail.text, mail.html])
          for (const word of [...TELLING, ...Object.values(MARKED)])
            expect(each.toLowerCase()).not.toContain(word.toLowerCase());
      }
    });

    test(`"${kind}" (${locale}) has a subject of one short line`, async () => {
      const { subject } = await composed(kind, locale);
      expect(subject.length).toBeLessThanOrEqual(LONGEST_SUBJECT);
      expect(() => assertDeliverable({ to: 'somebody@demo.example', subject })).not.toThrow();
    });

    test(`"${kind}" (${locale}) says the same in HTML and in plain text, link and all`, async () => {
      const { html, text } = await composed(kind, locale);
      const facts = Object.values(markedFacts[kind])
        .filter((fact) => fact !== null && typeof fact !== 'boolean')
        .map(String);
      for (const fact of facts) {
        expect(text).toContain(fact);
        expect(html).toContain(fact.replaceAll('&', '&amp;'));
      }
      expect(text).toContain('Harbour Practice');
    });

    test(`"${kind}" (${locale}) fetches nothing when it is opened`, async () => {
      const { html } = await composed(kind, locale);
      expect(html).not.toMatch(/<(img|link|script|iframe|object|video)\b|url\(|@import|\bsrc=/i);
    });
  }
}

test('a short name that says too much is left out of the mail', async () => {
  const { text, html } = await composed('question-for-you', 'en', 'Bay Sex Therapy');
  expect(givesAway(text + html)).toBe(false);
});

test('I-03 a mail goes to one address, and no header can be slipped in', () => {
  const subject = 'Your sign-in code';
  for (const to of [
    'a@b.example,c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    'A <a@b.example>',
    'a b@c.example',
    '',
  ]) {
    expect(() => assertDeliverable({ to, subject }), to).toThrow();
  }
  for (const wrong of ['Hello\r\nBcc: c@d.example', '', 'x'.repeat(61), 'Your therapy appointment']) {
    expect(() => assertDeliverable({ to: 'a@b.example', subject: wrong }), wrong).toThrow();
  }
});

test('no template takes a name: what a mail is made from holds none', () => {
  const known = new Set(['code', 'link', 'minutes', 'when', 'days', 'cancelled']);
  for (const kind of NOTICE_KINDS) {
    expect(Object.keys(markedFacts[kind]).filter((fact) => !known.has(fact))).toEqual([]);
    expect(['asker', 'client', 'staff', 'old-address', 'new-address']).toContain(catalogue[kind].to);
  }
});
