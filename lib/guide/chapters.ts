// The guide, in its order: six short chapters that anyone may read.
import { CHAPTER_SLUGS, type Chapter, type ChapterSlug } from './chapter';
import { ready } from './en/ready';
import { starting } from './en/starting';
import { time } from './en/time';
import { trust } from './en/trust';
import { wholePicture } from './en/whole-picture';
import { yourPart } from './en/your-part';

export const chapters: readonly Chapter[] = [starting, wholePicture, trust, time, yourPart, ready];

export const isChapterSlug = (slug: string): slug is ChapterSlug =>
  (CHAPTER_SLUGS as readonly string[]).includes(slug);

/** A chapter with its place, counted from 1, and its neighbours; null when there is none of that name. */
export function chapterNamed(slug: string) {
  const index = chapters.findIndex((chapter) => chapter.slug === slug);
  const chapter = chapters[index];
  if (!chapter) return null;
  return { chapter, place: index + 1, previous: chapters[index - 1], next: chapters[index + 1] };
}
