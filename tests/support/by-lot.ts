// What is drawn by lot and stands in pages, addresses, files and rows: taken out before words are looked for, since chance spells short ones sooner or later.

const DRAWN = [
  // Secrets as base64url: a link's token, a nonce, a hash. Ids, and hashes in figures.
  /(?<![\w-])[\w-]{43}(?![\w-])/g,
  /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /\b[0-9a-f]{64}\b/g,
  // References (`newReference`).
  /\b[0-9A-HJKMNP-TV-Z]{10}\b/g,
  // Files of the build, named by their contents.
  /\/_next\/static\/[\w./~-]+|\bstatic\/(chunks|css|media)\/[\w.~-]+/g,
];

/** `text` without them; what an answer alone knows of, such as its nonce, is given as `more`. */
export function withoutLots(text: string, ...more: string[]): string {
  const known = more.filter(Boolean).reduce((rest, one) => rest.replaceAll(one, ''), text);
  return DRAWN.reduce((rest, drawn) => rest.replaceAll(drawn, ''), known);
}

/** The same of a PDF, whose streams are packed: its structure, its title and its outline stay. */
export const withoutStreams = (pdf: Buffer): string =>
  pdf.toString('latin1').replace(/\bstream\r?\n[\s\S]*?\nendstream\b/g, 'stream endstream');
