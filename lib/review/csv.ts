// Rows as a file for a spreadsheet, in which no cell can become a formula, whatever somebody typed into it.
import { stringify } from 'csv-stringify/sync';

/**
 * RFC 4180 with CRLF, in UTF-8 with the mark by which Excel knows it. A cell that begins with `=`, `+`, `-`, `@`, a tab or a
 * carriage return, or with one of the full-width signs that some programs read alike, gets an apostrophe in front: it is
 * shown as it was written, and never worked out (OWASP, "CSV Injection").
 */
export const csvOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    quoted: true,
  });
