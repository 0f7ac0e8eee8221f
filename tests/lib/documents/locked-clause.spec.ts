// Whatever is typed or forged around it, the agreement is published with the clause "talk only" once, where everybody reads it.
import { expect, test } from '@playwright/test';
import { marked } from 'marked';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocumentMarkdown } from '@/components/document-markdown';
import { defaultTexts } from '@/lib/documents/default-texts';
import { editedPart, wholeText } from '@/lib/documents/edited-text';
import { LOCKED_CLAUSE, LOCKED_CLAUSE_MARK, withLockedClause } from '@/lib/documents/locked-clause';
import { partsOf, publishedText } from '@/lib/documents/published-text';
import fc from '@/tests/support/any-case';
import { madeUpClinic } from './made-up-clinic';

const [heading = '', first = '', second = ''] = LOCKED_CLAUSE.split('\n\n').map((block) =>
  block.replace('## ', '').replace(/\s+/g, ' '),
);
const agreement = editedPart(defaultTexts.agreement);

/** The page a client reads, every run of spaces one space. */
function shown(body: string): { html: string; body: string } {
  const published = publishedText(wholeText('agreement', { ...agreement, body }), madeUpClinic);
  const html = renderToStaticMarkup(createElement(DocumentMarkdown, { text: published.body }));
  return { html: html.replace(/\s+/g, ' '), body: published.body };
}

const rendered = `<h2>${heading}</h2><p>${first}</p><p>${second}</p>`;
const times = (text: string, part: string) => text.split(part).length - 1;

function expectOnce(forged: string) {
  const { html, body } = shown(forged);
  expect(times(html, rendered), forged).toBe(1);
  // At the top level: in no quote, list or table that could say whose words these are.
  const at = html.indexOf(rendered);
  for (const container of ['blockquote', 'ul', 'ol', 'table', 'del', 'strong'])
    expect(times(html.slice(0, at), `<${container}`), `${container} open in: ${forged}`).toBe(
      times(html.slice(0, at), `</${container}>`),
    );
  expect(times(html, heading), 'no second clause of that name').toBe(1);
  expect(times(body, LOCKED_CLAUSE)).toBe(1);
  return html;
}

const M = LOCKED_CLAUSE_MARK;
const C = LOCKED_CLAUSE;
const quoted = C.split('\n').map((line) => `> ${line}`);
const forgeries: Record<string, string> = {
  'taken out': '## Ours\n\nWords.',
  nothing: '',
  doubled: `A.\n\n${M}\n\nB.\n\n${M}`,
  'doubled by its words': `A.\n\n${C}\n\nB.\n\n${C}`,
  'in an open comment': `A.\n\n<!--\n\n${M}\n\nB.`,
  'in a comment': `A.\n\n<!-- ${M} -->\n\nB.`,
  'its words in a comment': `<!--\n${C}\n-->\n\nA.`,
  'in an open fence': `A.\n\n\`\`\`\n\n${M}`,
  'in a fence of tildes': `~~~~\n${M}\n~~~~`,
  'its words in a fence': `\`\`\`\n${C}\n\`\`\``,
  'indented as code': C.split('\n')
    .map((line) => `    ${line}`)
    .join('\n'),
  'in a definition': `[x]: /y "\n${M}\n"\n\nA.`,
  'its words in a definition': `[x]: /y "${C.replace(/\s+/g, ' ')}"`,
  'struck through': `~~${M}~~`,
  'its words struck through': C.split('\n\n')
    .map((block) => `~~${block}~~`)
    .join('\n\n'),
  'in <del>': `<del>\n\n${M}\n\n</del>`,
  'its words in <del>': `<del>${C}</del>`,
  'in an element that swallows': `<script>\n${M}\n</script>`,
  'in an open <pre>': `<pre>\n\n${M}\n\nA.`,
  'in an open <textarea>': `A.\n\n<textarea>\n\n${M}`,
  'in CDATA': `<![CDATA[\n\n${M}\n\n]]>`,
  'in a processing instruction': `<?x\n\n${M}\n\n?>`,
  'in a declaration': `<!X\n\n${M}\n\n>`,
  hidden: `<div hidden>\n${M}\n</div>`,
  'in a quote': `> ${M}`,
  'its words in a quote': quoted.join('\n'),
  'in a list': `- one\n\n  ${M}\n- two`,
  'its words in a list': `- ${C.replaceAll('\n', '\n  ')}`,
  'in a table': `| a |\n| - |\n| ${M} |`,
  'in the middle of a sentence': `We never ${M} say so.`,
  'in a heading': `## ${M} – no longer in force`,
  'a heading under it': `A.\n\n${M}\n===`,
  'with look-alike letters': C.replaceAll('o', 'о').replaceAll('a', 'а'),
  'with accents': C.replaceAll('e', 'é'),
  'with letters that can’t be seen': C.replaceAll('n', 'n\u200b'),
  'with soft hyphens': C.replaceAll('sexual', 'sex\u00adual'),
  'denied right inside': C.replace('There is no nudity.', 'There is nudity. None of this holds.'),
  'every "no" taken out': C.replaceAll(' no ', ' '),
  'every "no" struck': C.replaceAll(' no ', ' ~~no~~ '),
  'as a rule with exceptions': C.replace('This is so always, even if', 'This is so, unless'),
  'its words run together': C.replaceAll('\n', ' '),
  'its lines broken elsewhere': C.replace(/ /g, '\n').replace('##\n', '## '),
  'with Windows line ends': `A.\r\n\r\n${C.replaceAll('\n', '\r\n')}\r\n\r\nB.`,
  'its mark inside its mark': '{{locked{{lockedClause}}Clause}}',
  'its mark inside its words': C.replace('seriously', `${M}seriously`),
  'a clause of the same name': '## Talk only\n\nMostly.\n\n### talk **only**\n\nOr not.',
  'turned around': `\u202e${M}\u202c`,
};

for (const [how, forged] of Object.entries(forgeries))
  test(`the clause stands once, as a heading and two paragraphs: ${how}`, () => {
    expectOnce(forged);
  });

test('what a forged clause said instead is gone', () => {
  for (const how of ['denied right inside', 'every "no" taken out', 'as a rule with exceptions']) {
    const html = expectOnce(`Before.\n\n${forgeries[how] ?? ''}\n\nAfter.`);
    expect(html).not.toMatch(/There is nudity|There is sexual|This is so, unless/);
    expect(html).toContain('<p>Before.</p>');
    expect(html).toContain('<p>After.</p>');
  }
});

test('what the clinic wrote around it stays, word for word, and in its place', () => {
  const { body } = defaultTexts.agreement;
  expect(withLockedClause('agreement', body)).toBe(body.replace(M, C));
  expect(withLockedClause('agreement', withLockedClause('agreement', body))).toBe(body.replace(M, C));
  const other = 'We talk, and there is no touch. Our work is talking.\n\n- a\n- b';
  expect(withLockedClause('agreement', `${other}\n\n${M}\n\n${other}`)).toBe(`${other}\n\n${C}\n\n${other}`);
});

test('no clinic’s own fact can hide it', () => {
  const facts = { ...madeUpClinic, clinicName: `<!-- ${M} \`\`\``, regulator: '```\n<!--' };
  const text = wholeText('agreement', { ...agreement, body: `{{regulator}}\n\n{{clinicName}}\n\n${M}` });
  const { body } = publishedText(text, facts);
  const html = renderToStaticMarkup(createElement(DocumentMarkdown, { text: body })).replace(/\s+/g, ' ');
  expect(times(html, rendered)).toBe(1);
});

test('nothing made of such pieces, in any order, hides, doubles or changes it', () => {
  const pieces = fc.constantFrom(
    ...[
      M,
      C,
      first,
      second,
      '## Talk only',
      'Words.',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
      '1. ',
      '| a |\n| - |\n| ',
    ],
    ...[
      '<!--',
      '-->',
      '```',
      '~~~',
      '<pre>',
      '</pre>',
      '<script>',
      '<del>',
      '</del>',
      '<?',
      '<![CDATA[',
      '<!X',
    ],
    ...['[x]: /y "', '"', '~~', '**', '`', '\\', '===', '---', '{{', '}}', '\u202e', '\t', '<div>', ']', '['],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const body = withLockedClause('agreement', parts.join(''));
      const blocks = marked.lexer(body).filter(({ type }) => type !== 'space');
      const clause = marked.lexer(C).filter(({ type }) => type !== 'space');
      const at = blocks.findIndex((block) => block.raw.trim() === clause[0]?.raw.trim());
      expect(blocks.slice(at, at + 3).map(({ type, raw }) => [type, raw.trim()])).toEqual(
        clause.map(({ type, raw }) => [type, raw.trim()]),
      );
      expect(times(body, C)).toBe(1);
    }),
    { numRuns: 400 },
  );
});

test('the box that says the same is always there, in its own words, and has to be ticked', () => {
  for (const boxes of [[], [{ id: 'talk-only', label: 'Touch is fine.', mayStayEmpty: true as const }]]) {
    const { parts } = publishedText({ ...defaultTexts.agreement, boxes }, madeUpClinic);
    expect(partsOf({ parts }).boxes).toEqual([
      { id: 'talk-only', label: 'I understand that sessions are talk only.' },
    ]);
  }
});
