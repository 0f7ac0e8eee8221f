// The typed name is the client's: the name to use or the legal name, with case, spaces and accents forgiven.

// Letters that Unicode doesn't take apart into a letter and an accent.
const PLAIN_LETTERS: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

/** Whether `typed` is one of the names given; a name that is absent or blank matches nothing. */
export function nameMatches(typed: string, names: readonly (string | null | undefined)[]): boolean {
  if (MISLEADING.test(typed)) return false;
  const plain = plainName(typed);
  return plain !== '' && names.some((name) => name != null && plainName(name) === plain);
}

// Only marks that are accents are dropped (Latin, Greek, Cyrillic; Hebrew and Arabic vowel points): in Hindi or Thai
// a mark is a vowel of the name.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const UNSEEN = /[\p{White_Space}\p{Cf}]/gu;
// What can't be read (NUL and its like), and what shows letters in another order than they were typed: no name on a record.
const MISLEADING = /[\u202d\u202e]|(?!\p{White_Space})\p{Cc}/u;

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(UNSEEN, '')
    .replace(/[øłđðħıŧßæœþς]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[’‘ʼ`´′]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}
