// The shipped documents: easy to read, neutral in the history, and complete when published.
import { expect, test } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { effectOf } from '@/lib/documents/box-effects';
import { CLINIC_FACTS } from '@/lib/documents/clinic-facts';
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import {
  isLockedBox,
  LOCKED_CLAUSE,
  LOCKED_CLAUSE_MARK,
  withLockedClause,
} from '@/lib/documents/locked-clause';
import { partsOf, publishedText, sha256OfText } from '@/lib/documents/published-text';
import { readingGrade } from '@/tests/support/reading-grade';
import { madeUpClinic } from './made-up-clinic';

for (const slug of DOCUMENT_SLUGS) {
  const text = defaultTexts[slug];

  test(`"${slug}" reads at grade 8 or below`, () => {
    const published = publishedText(text, madeUpClinic);
    expect(readingGrade(published.body)).toBeLessThanOrEqual(8);
    expect(readingGrade(partsOf(published).summary.join('\n\n'))).toBeLessThanOrEqual(8);
  });

  test(`"${slug}" has a neutral browser title, and nothing left to fill`, () => {
    expect(tellingWordIn(text.browserTitle)).toBeNull();
    const published = publishedText(text, madeUpClinic);
    expect(published.body + published.parts).not.toMatch(/\{\{|\}\}/);
    expect(text.slug).toBe(slug);
    expect(text.boxes.length).toBeGreaterThan(0);
    // The editor says of each box what it does; the one nobody may change says it itself.
    for (const { id } of text.boxes.filter((box) => !isLockedBox(slug, box.id)))
      expect(effectOf(id), id).not.toBe('other');
    expect(new Set(text.boxes.map((box) => box.id)).size).toBe(text.boxes.length);
  });
}

test('the clause "talk only" stands in the agreement once, and no edit takes it out or weakens it', () => {
  const body = defaultTexts.agreement.body;
  expect(body).toContain(LOCKED_CLAUSE_MARK);
  const occurrences = (edited: string) =>
    withLockedClause('agreement', edited).split(LOCKED_CLAUSE).length - 1;
  expect(occurrences(body)).toBe(1);
  expect(occurrences('## Only this\n\nA text of the clinic.')).toBe(1);
  expect(occurrences('')).toBe(1);
  expect(occurrences(`${LOCKED_CLAUSE}\n\n${LOCKED_CLAUSE_MARK}\n\n${LOCKED_CLAUSE}`)).toBe(1);
  expect(occurrences(withLockedClause('agreement', body))).toBe(1);
  expect(LOCKED_CLAUSE).toMatch(
    /no sexual contact.*no nudity.*no\s+sexual\s+touch.*even if you were to\s+ask/s,
  );
});

test('every fact a clinic gives is used by some document', () => {
  const all = DOCUMENT_SLUGS.map(
    (slug) => defaultTexts[slug].body + defaultTexts[slug].summary.join(),
  ).join();
  expect(CLINIC_FACTS.filter((fact) => !all.includes(`{{${fact}}}`))).toEqual([]);
});

test('a gap that nobody can fill stops the publishing', () => {
  const text = { ...defaultTexts.video, body: 'Call {{constructor}}.' };
  expect(() => publishedText(text, madeUpClinic)).toThrow(/constructor/);
});

test('the hash covers every word shown: body, summary, boxes and title', () => {
  const hash = (change: object) => publishedText({ ...defaultTexts.fees, ...change }, madeUpClinic).sha256;
  const { fees } = defaultTexts;
  const hashes = [
    hash({}),
    hash({ title: 'Fees' }),
    hash({ body: `${fees.body} ` }),
    hash({ summary: fees.summary.slice(1) }),
    hash({ boxes: [{ id: 'agree', label: 'I agree.' }] }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hash({})).toBe(hashes[0]);
  const { parts, body, sha256 } = publishedText(fees, madeUpClinic);
  expect(sha256OfText({ parts, body })).toBe(sha256);
});

test('a clinic’s own words can’t become markup', () => {
  const facts = { ...madeUpClinic, clinicName: '<script>*x*</script> [a](javascript:1)\n# Big' };
  const { body } = publishedText(defaultTexts.agreement, facts);
  expect(body).toContain('\\<script\\>\\*x\\*\\</script\\> \\[a\\](javascript:1) \\# Big');
});
