// How long a chapter takes, so that nobody begins without knowing.
import type { Chapter } from './chapter';

const WORDS_A_MINUTE = 180;

export const wordsOf = (chapter: Chapter) => chapter.paragraphs.join(' ').split(/\s+/).length;

/** Whole minutes to read one chapter, at an easy pace; never 0. */
export const minutesToRead = (chapter: Chapter) => Math.max(1, Math.round(wordsOf(chapter) / WORDS_A_MINUTE));
