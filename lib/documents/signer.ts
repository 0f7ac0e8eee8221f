// Who signs, as their own answers say: the names they go by, and what decides which documents apply.
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, sectionConfirmation, submission } from '@/db/schema';
import type { DocumentFacts } from '@/lib/documents/documents-that-apply';
import type { Signer } from '@/lib/documents/may-sign';
import { openFor } from '@/lib/vault/keys';

/** The first section of the forms, whose check page decides what comes next. */
const FIRST_SECTION = '1';
const NAME_TO_USE = 'B1';
const LEGAL_NAME = 'B2';
const COMPANY = 'C8';
const FORMAT = 'format';

const NOBODY: Signer = { names: [], firstQuestionsDone: false, facts: { format: null, company: null } };

/** Read from the client's open intake; without one, nothing is known and nothing may be signed. */
export async function signerOf(tx: Tx, clientId: string): Promise<Signer> {
  const [intake] = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.clientId, clientId), notInArray(submission.status, ['declined', 'closed'])));
  if (!intake) return NOBODY;
  const [confirmed] = await tx
    .select({ at: sectionConfirmation.confirmedAt })
    .from(sectionConfirmation)
    .where(
      and(eq(sectionConfirmation.submissionId, intake.id), eq(sectionConfirmation.section, FIRST_SECTION)),
    );
  const given = await newestAnswers(tx, clientId, intake.id);
  return {
    names: [given.get(NAME_TO_USE) ?? null, given.get(LEGAL_NAME) ?? null],
    firstQuestionsDone: confirmed !== undefined,
    facts: { format: oneOf(FORMATS, given.get(FORMAT)), company: oneOf(COMPANIES, given.get(COMPANY)) },
  };
}

const FORMATS = ['video', 'in-person'] as const satisfies DocumentFacts['format'][];
const COMPANIES = ['alone', 'partner', 'undecided'] as const satisfies DocumentFacts['company'][];

const oneOf = <T extends string>(known: readonly T[], value: string | undefined): T | null =>
  known.find((each) => each === value) ?? null;

async function newestAnswers(tx: Tx, clientId: string, submissionId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select()
    .from(answer)
    .where(
      and(
        eq(answer.submissionId, submissionId),
        inArray(answer.question, [NAME_TO_USE, LEGAL_NAME, COMPANY, FORMAT]),
      ),
    )
    .orderBy(asc(answer.revision));
  const newest = new Map(rows.map((row) => [row.question, row]));
  const texts = new Map<string, string>();
  for (const { id, question, value } of newest.values()) {
    const opened = JSON.parse(
      await openFor(tx, clientId, { table: 'answer', column: 'value', row: id }, value),
    );
    if (opened.state === 'answered' && typeof opened.value === 'string') texts.set(question, opened.value);
  }
  return texts;
}
