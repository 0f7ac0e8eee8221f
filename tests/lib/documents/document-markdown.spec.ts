// A published text shows as words: nothing in it can run, load or lead away.
import { expect, test } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { DocumentMarkdown } from '@/components/document-markdown';
import { defaultTexts } from '@/lib/documents/default-texts';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { publishedText } from '@/lib/documents/published-text';
import { madeUpClinic } from './made-up-clinic';

const shown = (text: string) => renderToStaticMarkup(createElement(DocumentMarkdown, { text }));

test('markup, scripts, pictures and links to other sites show as words', () => {
  const html = shown(
    [
      '<script>alert(1)</script>',
      'A <img src=x onerror=alert(1)> and <b>bold</b>.',
      '![picture](https://elsewhere.example/x.png) [out](https://elsewhere.example) [js](javascript:alert) [two](//elsewhere.example)',
      '[data](data:text/html,x) https://elsewhere.example/auto',
    ].join('\n\n'),
  );
  expect(html).not.toMatch(/<(script|img|b|a|iframe)\b/);
  expect(html).toContain('&lt;script&gt;');
});

test('our own pages, a call and a mail can be followed', () => {
  const html = shown('[help](/urgent-help), [call](tel:5550100), hello@clinic.example');
  expect(html.match(/href="[^"]+"/g)).toEqual([
    'href="/urgent-help"',
    'href="tel:5550100"',
    'href="mailto:hello@clinic.example"',
  ]);
});

test('headings, lists, tables and bold text are real ones', () => {
  const html = shown('## One\n\n- a **b**\n\n1. c\n\n| h |\n| --- |\n| d |');
  expect(html).toMatch(/<h2>One<\/h2><ul><li>a <strong>b<\/strong><\/li><\/ul><ol><li>c<\/li><\/ol>/);
  expect(html).toMatch(
    /<caption[^>]*>One<\/caption>.*<th scope="col"[^>]*>h<\/th>.*<td[^>]*><div>d<\/div><\/td>/s,
  );
});

test('no shipped text shows its markup', () => {
  for (const slug of DOCUMENT_SLUGS) {
    const words = shown(publishedText(defaultTexts[slug], madeUpClinic).body).replace(/<[^>]+>/g, '');
    expect(words, slug).not.toMatch(/\*\*|\{\{|\\|^#|\]\(/m);
  }
});
