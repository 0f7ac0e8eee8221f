// The guide: short, easy to read, neutral in the history, and nothing lost for who can't see its drawings.
import { expect, test } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { CHAPTER_SLUGS } from '@/lib/guide/chapter';
import { chapterNamed, chapters } from '@/lib/guide/chapters';
import { questionNamed, questions } from '@/lib/guide/questions';
import { minutesToRead, wordsOf } from '@/lib/guide/reading-time';
import guide from '@/messages/en/guide.json' with { type: 'json' };
import home from '@/messages/en/home.json' with { type: 'json' };
import { readingGrade } from '@/tests/support/reading-grade';

for (const chapter of chapters) {
  test(`"${chapter.slug}" has 120 to 180 words`, () => {
    expect(wordsOf(chapter)).toBeGreaterThanOrEqual(120);
    expect(wordsOf(chapter)).toBeLessThanOrEqual(180);
  });

  test(`"${chapter.slug}" reads at grade 8 or below`, () => {
    expect(readingGrade(chapter.paragraphs.join('\n'))).toBeLessThanOrEqual(8);
  });

  test(`"${chapter.slug}" with its drawing and its questions reads at grade 8 or below`, () => {
    const asked = chapter.reflection.map(({ asks }) => asks);
    // Each text of a drawing stands by itself.
    const words = [...textsIn(chapter.drawing).filter((text) => /\s/.test(text)), ...asked].join('\n\n');
    expect(readingGrade(words)).toBeLessThanOrEqual(8);
    expect(readingGrade([...chapter.paragraphs, words].join('\n\n'))).toBeLessThanOrEqual(8);
  });

  test(`"${chapter.slug}" has an address and a title that tell a bystander nothing`, () => {
    expect(tellingWordIn(`${chapter.slug} ${chapter.title}`)).toBeNull();
  });

  test(`"${chapter.slug}" says in words what its drawing shows, and asks something`, () => {
    const words = textsIn(chapter.drawing).filter((text) => text.includes(' '));
    expect(words.length).toBeGreaterThanOrEqual(3);
    expect(chapter.reflection.length).toBeGreaterThan(0);
    expect(chapter.reflection.every(({ asks }) => asks.endsWith('?'))).toBe(true);
  });
}

test('the chapters come in their order, each knowing its neighbours', () => {
  expect(chapters.map(({ slug }) => slug)).toEqual([...CHAPTER_SLUGS]);
  expect(chapterNamed('starting')).toMatchObject({ place: 1, previous: undefined });
  expect(chapterNamed('trust')).toMatchObject({
    place: 3,
    previous: { slug: 'whole-picture' },
    next: { slug: 'time' },
  });
  expect(chapterNamed('ready')?.next).toBeUndefined();
  expect(chapterNamed('constructor')).toBeNull();
});

test('a question keeps its id, which no other has: what was kept belongs to it', () => {
  expect(questions.map(({ id }) => id)).toEqual([
    'starting-today',
    'whole-picture-part',
    'trust-safe',
    'trust-limits',
    'time-first-change',
    'your-part-time',
    'your-part-hurdles',
    'ready-help',
  ]);
});

test('the last chapter offers five places to be in, one of them to say nothing', () => {
  expect(questionNamed('ready-help')?.choices.map(({ value }) => value)).toEqual([
    'ready',
    'nearly',
    'not-sure',
    'not-now',
    'not-said',
  ]);
});

test('the guide’s own words beside the chapters read at grade 8 or below', () => {
  for (const text of [guide.disclaimer, guide.note.visitor, guide.note.client, home.reflections.who])
    expect(readingGrade(text.replace(/<\/?help>/g, ''))).toBeLessThanOrEqual(8);
});

test('the whole guide takes about seven minutes with its questions', () => {
  const reading = chapters.reduce((sum, chapter) => sum + minutesToRead(chapter), 0);
  expect(reading).toBeGreaterThanOrEqual(5);
  expect(reading).toBeLessThanOrEqual(8);
});

/** Every text in a piece of data. */
function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(textsIn) : [];
}
