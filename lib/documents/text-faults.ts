// What is wrong with a text that staff wrote, field by field: nothing is cut or mended in silence.
import type { EditedText } from '@/db/schema';
import { neutralName } from '@/lib/clinic/neutral-name';
import { textFault } from '@/lib/clinic/readable-text';
import { CLINIC_FACTS } from '@/lib/documents/clinic-facts';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { boxesToWrite, hasClause, wordsOfBox } from '@/lib/documents/edited-text';
import { aroundClause } from '@/lib/documents/locked-clause';

/** Characters; a body of as many in any alphabet still fits a form. */
export const LONGEST = { title: 80, summaryLine: 240, body: 20_000, box: 240 };
export const MOST_SUMMARY_LINES = 12;
/** In one block, from an empty line to the next. Our own longest holds a dozen marks; beyond this, reading takes minutes. */
export const MOST_IN_BLOCK = { marks: 150, lines: 400 };

export type TextFault = {
  field: string;
  reason:
    | 'empty'
    | 'too-long'
    | 'too-many-lines'
    | 'too-deep'
    | 'too-many-marks'
    | 'unbroken'
    | 'not-readable'
    | 'mixed-letters'
    | 'unknown-gap'
    | 'no-gaps-here'
    | 'gives-away';
  values?: Record<string, string | number>;
};

// They turn or hide what stands beside them, so that two people read two texts.
const HIDDEN = /[\u00AD\u180E\u200B\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\u{E0000}-\u{E007F}]/u;
const WORD = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOKS_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
// A dozen quotes or lists inside one another are no text; thousands would stop the reader's browser.
const DEEP = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){12,}/m;
// What begins or ends emphasis, code, a link, a tag, an address or a gap: the work of reading a block rises with its square.
const MARK = /\*+|_+|~+|`+|\{\{|[[\]<\\@]/g;
const EMPTY_LINE = /\n[ \t]*\n/;
const IN_BRACES = /\{\{([^{}\n]*)\}\}|\{\{|\}\}/g;

/** In the order of the form; empty when it may be published. */
export function textFaults(slug: DocumentSlug, text: EditedText): TextFault[] {
  const boxes = boxesToWrite(slug).flatMap(({ id }) =>
    lineFaults(wordsOfBox(id), text.boxes[id] ?? '', LONGEST.box),
  );
  return [
    ...lineFaults('title', text.title, LONGEST.title),
    ...browserTitleFaults(text.browserTitle),
    ...summaryFaults(text.summary),
    ...bodyFaults(slug, text.body),
    ...boxes,
  ];
}

function lineFaults(field: string, line: string, most: number): TextFault[] {
  if (line === '') return [{ field, reason: 'empty' }];
  if (line.includes('\n')) return [{ field, reason: 'not-readable' }];
  const gap = bracesIn(line)[0];
  return gap ? [{ field, reason: 'no-gaps-here', values: { gap } }] : wordFaults(field, line, most);
}

function browserTitleFaults(title: string): TextFault[] {
  const field = 'browser-title';
  const named = neutralName(title);
  if (named.ok) return lineFaults(field, title, LONGEST.title);
  return [
    { field, reason: named.reason, ...(named.reason === 'gives-away' && { values: { word: named.word } }) },
  ];
}

function summaryFaults(lines: readonly string[]): TextFault[] {
  const field = 'summary';
  if (lines.length === 0) return [{ field, reason: 'empty' }];
  if (lines.length > MOST_SUMMARY_LINES)
    return [{ field, reason: 'too-many-lines', values: { count: lines.length, most: MOST_SUMMARY_LINES } }];
  for (const line of lines) {
    const [fault] = [...gapFaults(field, line), ...wordFaults(field, line, LONGEST.summaryLine)];
    if (fault) return [fault];
    // A table is no sentence.
    if (line.includes('{{feeTable}}'))
      return [{ field, reason: 'no-gaps-here', values: { gap: '{{feeTable}}' } }];
  }
  return [];
}

function bodyFaults(slug: DocumentSlug, body: string): TextFault[] {
  const { above, below } = hasClause(slug) ? aroundClause(body) : { above: body, below: '' };
  if (`${above}${below}`.trim() === '') return [{ field: 'body', reason: 'empty' }];
  return [...partFaults('body', above), ...partFaults('body-after', below)];
}

function partFaults(field: string, part: string): TextFault[] {
  if (DEEP.test(part)) return [{ field, reason: 'too-deep' }];
  return [
    ...gapFaults(field, part),
    ...wordFaults(field, part, LONGEST.body),
    ...blockFaults(field, part),
  ].slice(0, 1);
}

function blockFaults(field: string, part: string): TextFault[] {
  return part.split(EMPTY_LINE).flatMap((block): TextFault[] => {
    const [marks, lines] = [block.match(MARK)?.length ?? 0, block.split('\n').length];
    if (marks > MOST_IN_BLOCK.marks)
      return [{ field, reason: 'too-many-marks', values: { count: marks, most: MOST_IN_BLOCK.marks } }];
    if (lines > MOST_IN_BLOCK.lines)
      return [{ field, reason: 'unbroken', values: { count: lines, most: MOST_IN_BLOCK.lines } }];
    return [];
  });
}

function wordFaults(field: string, words: string, most: number): TextFault[] {
  const fault = textFault(words, most);
  if (fault) return [{ field, ...fault }];
  if (HIDDEN.test(words)) return [{ field, reason: 'not-readable' }];
  const mixed = words.match(WORD)?.find((word) => LATIN.test(word) && LOOKS_LATIN.test(word));
  return mixed ? [{ field, reason: 'mixed-letters', values: { word: mixed } }] : [];
}

function gapFaults(field: string, words: string): TextFault[] {
  const gap = bracesIn(words).find((each) => !KNOWN.has(each));
  return gap ? [{ field, reason: 'unknown-gap', values: { gap } }] : [];
}

const KNOWN = new Set(CLINIC_FACTS.map((fact) => `{{${fact}}}`));
const bracesIn = (words: string) => [...words.matchAll(IN_BRACES)].map(([all]) => all.slice(0, 60));
