// How hard a text is to read: the Flesch-Kincaid grade (Kincaid et al. 1975), syllables counted by a dictionary-backed library.
import { syllable } from 'syllable';

const wordsOf = (text: string) => text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? [];

/** The US school grade that follows `text` easily. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((sentence) => wordsOf(sentence).length > 0);
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
