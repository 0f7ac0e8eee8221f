// What stands in the margins of every printed page: that it is confidential, which record, who printed it when, and page x of y.
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { Printed } from '../sheet-copy';

export async function PageMarks({ printed }: { printed: Printed }) {
  const t = await getTranslations('print.sheet');
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  // The words round the two counters, wherever a language puts them.
  const page = t('page', { page: '[page]', of: '[of]' })
    .split(/(\[page\]|\[of\])/)
    .map((piece) => COUNTERS[piece] ?? quoted(piece))
    .join(' ');
  const marks = {
    'top-left': quoted(t('confidential')),
    'top-right': quoted(printed.reference),
    'bottom-left': quoted(t('printedBy', printed)),
    'bottom-right': page,
  };
  const boxes = Object.entries(marks).map(([box, content]) => `@${box}{content:${content};${FACE}}`);
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: every word is escaped, and the request's nonce lets it in
    <style nonce={nonce} dangerouslySetInnerHTML={{ __html: `@page{margin:2cm;${boxes.join('')}}` }} />
  );
}

const FACE = 'font:9pt sans-serif;color:#000';
const COUNTERS: Record<string, string> = { '[page]': 'counter(page)', '[of]': 'counter(pages)' };

/** As a string of CSS in which nothing but letters, figures and spaces stands as it is. */
const quoted = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
