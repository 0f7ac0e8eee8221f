// How hard a text is to read: the Flesch-Kincaid grade (Kincaid et al. 1975), by the libraries that count it.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

const wordsOf = (text: string) => text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];

/** The US school grade that follows `text` easily, Markdown or plain. A heading, an item of a list and what stands before a colon each count as a sentence. */
export function readingGrade(text: string): number {
  const sentences = text
    .replace(/[*_#|>`]/g, ' ')
    .split(/[.!?:]+(?:\s|$)|\n\s*\n|\n\s*[-\d]/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const grade = fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
  if (Number.isNaN(grade)) throw new Error('There is nothing to read.');
  return grade;
}
