// Whoever signs again is shown every word that changed and no other, in paragraphs, lists and tables alike.
import { expect, test } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocumentMarkdown } from '@/components/document-markdown';
import { canonicalJson } from '@/lib/documents/canonical-json';
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { publishedText } from '@/lib/documents/published-text';
import { textBlocks } from '@/lib/documents/text-blocks';
import { textChanges } from '@/lib/documents/text-changes';
import { madeUpClinic } from './made-up-clinic';

const text = (body: string, around: { summary?: string[]; boxes?: string[]; title?: string } = {}) => ({
  body,
  parts: canonicalJson({
    title: around.title ?? 'A text',
    summary: around.summary ?? [],
    boxes: (around.boxes ?? []).map((label) => ({ id: label, label })),
  }),
});

const changed = (before: string, now: string) => textChanges(text(before), text(now));
/** As somebody would mark it by hand: [gone], {new}. */
const marked = (before: string, now: string) =>
  changed(before, now).map(({ kind, heading, pieces }) => {
    const words = pieces.map((piece) =>
      piece.kind === 'same' ? piece.text : piece.kind === 'added' ? `{${piece.text}}` : `[${piece.text}]`,
    );
    return `${kind} in ${heading || 'nowhere'}: ${words.join('')}`;
  });

test('one word in a sentence is told as one word', () => {
  expect(
    marked(
      '## Fees\n\nA session takes 45 minutes.\n\nSame.',
      '## Fees\n\nA session takes 50 minutes.\n\nSame.',
    ),
  ).toEqual(['changed in Fees: A session takes [45]{50} minutes.']);
});

test('one point of a list and one row of a table are told on their own', () => {
  expect(marked('- one thing\n- another thing here', '- one thing\n- another new thing here')).toEqual([
    'changed in nowhere: another {new }thing here',
  ]);
  const table = (fee: string) =>
    `## Fees\n\n| Service | Fee |\n| --- | --- |\n| Session | ${fee} |\n| Call | $20 |`;
  expect(marked(table('$180.00'), table('$190.00'))).toEqual(['changed in Fees: Session – $[180]{190}.00']);
});

test('a paragraph that came, one that went, and one put in the place of another are told apart', () => {
  expect(marked('One sentence stays.', 'One sentence stays.\n\nSomething quite new.')).toEqual([
    'new in nowhere: {Something quite new.}',
  ]);
  expect(marked('One sentence stays.\n\nThis goes away.', 'One sentence stays.')).toEqual([
    'gone in nowhere: [This goes away.]',
  ]);
  expect(marked('You may bring a dog.', 'We record nothing, ever.').sort()).toEqual([
    'gone in nowhere: [You may bring a dog.]',
    'new in nowhere: {We record nothing, ever.}',
  ]);
});

test('what is said around the body counts as well: the title, what is said in short, the boxes', () => {
  const before = text('Body.', { title: 'Old name', summary: ['You may leave.'], boxes: ['I agree to A.'] });
  const now = text('Body.', {
    title: 'New name',
    summary: ['You may leave.', 'We talk.'],
    boxes: ['I agree to B.'],
  });
  expect(textChanges(before, now).map(({ place, kind }) => [place, kind])).toEqual([
    ['title', 'changed'],
    ['summary', 'new'],
    ['boxes', 'changed'],
  ]);
});

test('how a text is set out is no change of its words', () => {
  expect(changed('Some **bold** words\nover two lines.', 'Some bold words over two lines.')).toEqual([]);
});

test('taken together, the words of both texts are all there: nothing is hidden and nothing made up', () => {
  const agreement = publishedText(defaultTexts.agreement, madeUpClinic);
  const body = agreement.body
    .replace('You must be 18 or over.', 'You must be 21 or over, and say so.')
    .replace(/- \*\*If a court orders it.*\n/, '')
    .concat('\n\n## Something more\n\n- a first point\n- a second');
  const words = (blocks: { text: string }[]) => blocks.map((block) => block.text).sort();
  const before = words(textBlocks(agreement));
  const now = words(textBlocks({ ...agreement, body }));
  const changes = textChanges(agreement, { ...agreement, body });
  expect(changes.length).toBeGreaterThan(3);
  const side = (kept: 'added' | 'removed') =>
    changes.flatMap(({ pieces }) => {
      const said = pieces.filter(({ kind }) => kind === 'same' || kind === kept).map((piece) => piece.text);
      return said.length > 0 ? [said.join('')] : [];
    });
  const minus = (from: string[], less: string[]) => from.filter((one) => !less.includes(one));
  expect(side('removed').sort()).toEqual(minus(before, now));
  expect(side('added').sort()).toEqual(minus(now, before));
});

test('no shipped text changes against itself, and every word of it is in its blocks', () => {
  for (const slug of DOCUMENT_SLUGS) {
    const published = publishedText(defaultTexts[slug], madeUpClinic);
    expect(textChanges(published, published), slug).toEqual([]);
    const shown = renderToStaticMarkup(createElement(DocumentMarkdown, { text: published.body }));
    const letters = (words: string) => words.replace(/&[^;]+;|[^\p{Letter}\p{Number}]/gu, '');
    const blocks = textBlocks(published).filter(({ place }) => place === 'body');
    const asShown = letters(shown.replace(/<caption.*?<\/caption>/gs, '').replace(/<[^>]+>/g, ''));
    expect(letters(blocks.map((block) => block.text).join('')), slug).toBe(asShown);
  }
});

test('two long texts with nothing in common take no long time', () => {
  const long = (word: string) => Array.from({ length: 8_000 }, (_, n) => `${word}${n}`).join(' ');
  expect(
    changed(long('a'), long('b'))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['gone', 'new']);
});
