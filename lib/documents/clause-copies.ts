// Finds what was copied from the locked clause, also when it was changed on the way: a second clause beside it could say the opposite.
import { marked, type Token } from 'marked';

/** Letters of other alphabets that look like Latin ones. */
const LOOKS_LIKE: Record<string, string> = Object.fromEntries(
  [...'аavвbсcеeһhіiјjкkмmнhоoрpѕsтtхxуyυuοoαaρpτtκkιiνvεe'.matchAll(/(.)(.)/gu)].map(([, from, to]) => [
    from,
    to,
  ]),
);

/** The words of a block as somebody reads them: without markup, accents, or letters that can't be seen. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/<[^>]*>|[\p{M}\p{Cf}*_~`\\]/gu, '')
    .toLowerCase()
    .replace(/\P{ASCII}/gu, (letter) => LOOKS_LIKE[letter] ?? letter);
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const threesOf = (words: string[]) =>
  new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));

/** Blocks of `text`, without the space between them. */
export const blockTokens = (text: string): Token[] =>
  marked.lexer(text).filter(({ type }) => type !== 'space');

/** Whether a block holds half of a block of `clause` or more, word for word; or all of one that is shorter than that. */
export function copyFinder(clause: string): (block: Token) => boolean {
  const parts = blockTokens(clause).map(({ raw }) => {
    const words = wordsOf(raw);
    return { whole: words.join(' '), threes: [...threesOf(words)] };
  });
  return ({ raw }) => {
    const words = wordsOf(raw);
    const threes = threesOf(words);
    return parts.some(({ whole, threes: wanted }) =>
      wanted.length === 0
        ? words.join(' ') === whole
        : wanted.filter((three) => threes.has(three)).length * 2 >= wanted.length,
    );
  };
}

/** `text` without the blocks that `isCopy` finds; untouched where it finds none. */
export function withoutCopies(text: string, isCopy: (block: Token) => boolean): string {
  const tokens = marked.lexer(text);
  if (!tokens.some(isCopy)) return text;
  // What is left may read as other blocks than before.
  return withoutCopies(tokens.map((token) => (isCopy(token) ? '\n\n' : token.raw)).join(''), isCopy);
}
