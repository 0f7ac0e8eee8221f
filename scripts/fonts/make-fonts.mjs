// Makes the typefaces' files in app/fonts from the packages' own: only the weights that are used, which halves what a phone fetches.
// By hand, when a package or a weight changes: `npm ci --prefix scripts/fonts && node scripts/fonts/make-fonts.mjs`.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { inProject } from '../launch/paths.mjs';

/** `letters`: the package's name for the alphabets in the file. `weights`: from the lightest to the heaviest on any page, or the only one. */
const FACES = [
  { face: 'atkinson-hyperlegible-next', letters: 'latin', weights: [400, 700] },
  { face: 'atkinson-hyperlegible-next', letters: 'latin-ext', weights: [400, 700] },
  { face: 'literata', letters: 'latin', weights: 600 },
];

const made = inProject('app/fonts');

/** Every letter of a `unicode-range`. */
function lettersIn(range) {
  return range
    .split(',')
    .flatMap((part) => {
      const [first, last = first] = part.replace('U+', '').split('-');
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, at) =>
        String.fromCodePoint(from + at),
      );
    })
    .join('');
}

async function make({ face, letters, weights }) {
  const folder = inProject('node_modules/@fontsource-variable', face);
  const whole = readFileSync(join(folder, `files/${face}-${letters}-wght-normal.woff2`));
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  const file = await subsetFont(whole, lettersIn(ranges[letters]), {
    targetFormat: 'woff2',
    variationAxes: { wght: Array.isArray(weights) ? { min: weights[0], max: weights[1] } : weights },
  });
  writeFileSync(join(made, `${face}-${letters}.woff2`), file);
  copyFileSync(join(folder, 'LICENSE'), join(made, `${face}-licence.txt`));
  console.log(`${face} ${letters}: ${whole.length} → ${file.length} bytes`);
}

mkdirSync(made, { recursive: true });
for (const face of FACES) await make(face);
