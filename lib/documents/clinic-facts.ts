// The clinic's own facts that fill the gaps of its documents, the same for every client.
import { LOCKED_CLAUSE_MARK } from '@/lib/documents/locked-clause';

/** Every gap a text may have; a text that names another cannot be published. */
export const CLINIC_FACTS = [
  'clinicName',
  'clinicAddress',
  'clinicPhone',
  'clinicEmail',
  'clinicHours',
  'licenceStatement',
  'regulator',
  'privacyContact',
  'privacyAuthority',
  'emergencyNumber',
  'recordsKept',
  'paperCopyCost',
  'cancellationNotice',
  'lateFee',
  'statementName',
  'effectiveOn',
  'feeTable',
  'billingIds',
] as const;

export type ClinicFacts = Record<(typeof CLINIC_FACTS)[number], string>;

// These two are Markdown made by us from escaped values; everything else is plain text from a setting.
const MADE_AS_MARKDOWN = new Set<string>(['feeTable']);

const GAP = /\{\{(\w+)\}\}/g;

/** Plain text so that Markdown shows it as it is. */
export const asMarkdown = (plain: string) => plain.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** A line of plain text (a title, a summary, a box) with its gaps filled. Throws on a gap that nobody can fill. */
export const fillPlain = (line: string, facts: ClinicFacts) =>
  line.replace(GAP, (_, name) => factNamed(name, facts));

/** A Markdown body with its gaps filled; a clinic's plain words can't become markup. */
export const fillMarkdown = (body: string, facts: ClinicFacts) =>
  body.replace(GAP, (gap, name) => {
    // No fact: where it stands, the locked clause is put in later.
    if (gap === LOCKED_CLAUSE_MARK) return gap;
    const fact = factNamed(name, facts);
    return MADE_AS_MARKDOWN.has(name) ? fact : asMarkdown(fact);
  });

function factNamed(name: string, facts: ClinicFacts): string {
  const fact = (CLINIC_FACTS as readonly string[]).includes(name)
    ? facts[name as keyof ClinicFacts]
    : undefined;
  if (fact === undefined) throw new Error(`a document has a gap nobody can fill: ${name}`);
  return fact;
}
