// Shows a published text as plain elements: whatever it could carry beyond words (markup, pictures, outside links) shows as words.
import { type MarkedToken, marked, type Token } from 'marked';
import { createElement, Fragment, type ReactNode } from 'react';
import { Table } from '@/components/ui/table';

export function DocumentMarkdown({ text }: { text: string }) {
  let heading = '';
  return together(
    marked.lexer(text).map((token) => {
      if (token.type === 'heading') heading = token.text;
      return blockOf(token as MarkedToken, heading);
    }),
  );
}

// Children given one by one need no keys: a text's blocks never move.
const together = (nodes: ReactNode[]) => createElement(Fragment, null, ...nodes);

function blockOf(token: MarkedToken, heading: string): ReactNode {
  switch (token.type) {
    case 'heading':
      return token.depth <= 2 ? <h2>{inline(token.tokens)}</h2> : <h3>{inline(token.tokens)}</h3>;
    case 'paragraph':
      return <p>{inline(token.tokens)}</p>;
    case 'text':
      return inline(token.tokens ?? [token]);
    case 'blockquote':
      return <blockquote>{blocks(token.tokens, heading)}</blockquote>;
    case 'list': {
      const items = together(token.items.map((item) => itemOf(item.tokens, heading)));
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <Table
          caption={heading}
          captionHidden
          head={token.header.map((cell) => inline(cell.tokens))}
          rows={token.rows.map((row) => row.map((cell) => inline(cell.tokens)))}
        />
      );
    case 'hr':
      return <hr />;
    case 'space':
    case 'def':
      return null;
    default:
      return <p>{token.raw}</p>;
  }
}

const blocks = (tokens: Token[], heading: string) =>
  together(tokens.map((token) => blockOf(token as MarkedToken, heading)));

const itemOf = (tokens: Token[], heading: string) => <li>{blocks(tokens, heading)}</li>;

const inline = (tokens: Token[]): ReactNode =>
  together(tokens.map((token) => inlineOf(token as MarkedToken)));

function inlineOf(token: MarkedToken): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'del':
      return <del>{inline(token.tokens)}</del>;
    case 'br':
      return <br />;
    case 'link':
      return mayFollow(token.href) ? <a href={token.href}>{inline(token.tokens)}</a> : inline(token.tokens);
    case 'text':
      return token.tokens ? inline(token.tokens) : token.text;
    case 'escape':
    case 'codespan':
      return token.text;
    default:
      return token.raw;
  }
}

/** Our own pages, a call or a mail: another site would learn where the reader came from. */
const mayFollow = (href: string) => /^(\/(?![/\\])|tel:|mailto:)/i.test(href);
