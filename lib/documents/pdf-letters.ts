// The typefaces of PDF copies: which file holds which letters, so that a name is printed in its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Read where the app runs, not packed by the bundler.
const FOLDER = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@fontsource/noto-sans');
// In the order in which they are asked for a letter.
const SETS = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'devanagari',
];

export type Weight = '400' | '700';
export type Run = { text: string; font: string };

type Range = readonly [number, number];
let ranges: Map<string, Range[]> | undefined;

/** "U+0000-00FF,U+0131" as pairs of code points, a set of letters at a time. */
function rangesOfSets(): Map<string, Range[]> {
  if (ranges) return ranges;
  const given: Record<string, string> = JSON.parse(readFileSync(join(FOLDER, 'unicode.json'), 'utf8'));
  ranges = new Map(
    SETS.map((set) => [
      set,
      (given[set] ?? '').split(',').map((range): Range => {
        const [from = '', to = from] = range.trim().replace('U+', '').split('-');
        return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
      }),
    ]),
  );
  return ranges;
}

const setOf = (codePoint: number) =>
  SETS.find((set) =>
    rangesOfSets()
      .get(set)
      ?.some(([from, to]) => from <= codePoint && codePoint <= to),
  );

/** Whether every letter of `text` can be printed. */
export const canPrint = (text: string) =>
  lettersOf(text).every((letter) => setOf(letter.codePointAt(0) ?? 0));

/** `text` in pieces, each with the font file that holds its letters. A letter nobody has becomes a question mark. */
export function runsOf(text: string, weight: Weight): Run[] {
  const runs: { set: string; text: string }[] = [];
  for (const letter of lettersOf(text)) {
    const known = setOf(letter.codePointAt(0) ?? 0);
    const last = runs.at(-1);

    const neutral = known === 'latin' && /[\s\p{P}\p{M}]/u.test(letter) && last?.set === 'devanagari';
    const set = neutral ? 'devanagari' : (known ?? 'latin');
    const shown = known ? letter : '?';
    if (last?.set === set) last.text += shown;
    else runs.push({ set, text: shown });
  }
  return runs.map((run) => ({
    text: run.text,
    font: join(FOLDER, `files/noto-sans-${run.set}-${weight}-normal.woff`),
  }));
}

const lettersOf = (text: string) => [...text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' ')];
