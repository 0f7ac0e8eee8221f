// How hard a text is to read: the Flesch-Kincaid grade, with syllables counted by rule.

const syllables = (word: string) => {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const groups = plain
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, (end) => end[0] ?? '')
    .match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
};

/** The school grade (US) that follows the text easily. List items and headings count as sentences. */
export function readingGrade(markdown: string): number {
  const sentences = markdown
    .replace(/[*_#|>`]/g, ' ')
    .split(/[.!?:]\s|\n\s*\n|\n\s*-\s/)
    .map((sentence) => sentence.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const count = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (count / words.length) - 15.59;
}
