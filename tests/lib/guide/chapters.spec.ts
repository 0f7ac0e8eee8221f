// The guide: short, easy to read, neutral in the history, and nothing lost for who can't see its drawings.
import { expect, test } from '@playwright/test';
import { tellingWordIn } from '@/lib/clinic/neutral-name';
import { CHAPTER_SLUGS } from '@/lib/guide/chapter';
import { chapterNamed, chapters } from '@/lib/guide/chapters';
import { minutesToRead, wordsOf } from '@/lib/guide/reading-time';
import { readingGrade } from './reading-grade';

for (const chapter of chapters) {
  test(`"${chapter.slug}" has 120 to 180 words`, () => {
    expect(wordsOf(chapter)).toBeGreaterThanOrEqual(120);
    expect(wordsOf(chapter)).toBeLessThanOrEqual(180);
  });

  test(`"${chapter.slug}" reads at grade 8 or below`, () => {
    expect(readingGrade(chapter.paragraphs.join('\n'))).toBeLessThanOrEqual(8);
  });

  test(`"${chapter.slug}" has an address and a title that tell a bystander nothing`, () => {
    expect(tellingWordIn(`${chapter.slug} ${chapter.title}`)).toBeNull();
  });

  test(`"${chapter.slug}" says in words what its drawing shows, and asks something`, () => {
    const words = textsIn(chapter.drawing).filter((text) => text.includes(' '));
    expect(words.length).toBeGreaterThanOrEqual(3);
    expect(chapter.reflection.length).toBeGreaterThan(0);
    expect(chapter.reflection.every((question) => question.endsWith('?'))).toBe(true);
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
