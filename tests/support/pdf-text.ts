// The words on each page of a PDF of ours, as a reader that copies them would get them: by the fonts' own tables.
import { inflateSync } from 'node:zlib';

/** One text a page, in the order of drawing; a blank between two pieces. */
export function pdfTextOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const bodyOf = (number: string | undefined) => objects.get(number ?? '')?.body ?? '';
  const ref = (body: string, key: string) => body.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1];
  return [...objects.values()]
    .filter(({ body }) => /\/Type \/Page\n/.test(body))
    .map(({ body }) => {
      const fonts = new Map<string, Map<string, string>>();
      for (const [, name = '', number] of bodyOf(ref(body, 'Resources')).matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        const table = objects.get(ref(bodyOf(number), 'ToUnicode') ?? '')?.stream ?? '';
        fonts.set(name, lettersIn(table));
      }
      return textIn(objects.get(ref(body, 'Contents') ?? '')?.stream ?? '', fonts);
    });
}

function objectsOf(pdf: Buffer) {
  const objects = new Map<string, { body: string; stream: string }>();
  for (const [, number = '', text = ''] of pdf
    .toString('latin1')
    .matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [body = '', rest] = text.split('\nstream\n');
    objects.set(number, {
      body,
      stream: rest === undefined ? '' : inflated(rest.replace(/\nendstream$/, '')),
    });
  }
  return objects;
}

function inflated(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

/** A font's table: by glyph, four hexadecimal figures, its letters. */
function lettersIn(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/gi))
    for (const [index, [, code = '']] of [...list.matchAll(/<([\da-f ]*)>/gi)].entries())
      letters.set(
        (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'),
        String.fromCharCode(...(code.match(/[\da-f]{4}/gi) ?? []).map((unit) => Number.parseInt(unit, 16))),
      );
  return letters;
}

function textIn(content: string, fonts: Map<string, Map<string, string>>): string {
  const pieces: string[] = [];
  let font: Map<string, string> | undefined;
  for (const [, name, drawn = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    else {
      const glyphs = [...drawn.matchAll(/<([\da-f]+)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      pieces.push(glyphs.map((glyph) => font?.get(glyph.toLowerCase()) ?? '').join(''));
    }
  }
  return pieces.join(' ').replace(/\s+/g, ' ');
}
