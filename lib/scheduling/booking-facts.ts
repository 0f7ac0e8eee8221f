// What a client has done and said that decides whether, and by whom, they can be seen.
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, sectionConfirmation, submission } from '@/db/schema';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';
import { signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';
import { openFor } from '@/lib/vault/keys';
import { appointmentOf } from './appointment-of';
import type { BookingFacts } from './may-book';

/** The short forms that come before a booking (the journey's steps 1 and 5). */
const FORMS_TO_BOOK = ['1', '2', '3', '4', '5'];
const WHERE = 'A8';
const PAYS = 'B10';

export interface ClientFacts extends BookingFacts {
  /** Self-pay, or not sure yet: only insurance settles it. */
  mayPayThemselves: boolean;
}

/** Read from the client's open intake and signatures. Without an intake nothing is known, and everything is missing. */
export async function bookingFacts(tx: Tx, clientId: string): Promise<ClientFacts> {
  const { facts } = await signerOf(tx, clientId);
  const signed = new Set(
    (await signaturesOf(tx, clientId)).filter(({ current }) => current).map(({ slug }) => slug),
  );
  const needed = documentsThatApply(facts).filter(({ requiredToBook }) => requiredToBook);
  const intake = await openIntake(tx, clientId);
  const confirmed = intake ? await confirmedForms(tx, intake) : new Set<string>();
  const answers = intake ? await newestAnswers(tx, clientId, intake) : new Map<string, unknown>();
  return {
    agreementsMissing: needed.map(({ slug }) => slug).filter((slug) => !signed.has(slug)),
    formsMissing: FORMS_TO_BOOK.filter((section) => !confirmed.has(section)),
    region: regionOf(answers.get(WHERE)),
    asCouple: facts.company === 'partner',
    format: facts.format,
    language: null,
    hasAppointment: (await appointmentOf(tx, clientId)) !== null,
    mayPayThemselves: answers.get(PAYS) !== 'insurance',
  };
}

async function openIntake(tx: Tx, clientId: string): Promise<string | null> {
  const [intake] = await tx
    .select({ id: submission.id })
    .from(submission)
    .where(and(eq(submission.clientId, clientId), notInArray(submission.status, ['declined', 'closed'])));
  return intake?.id ?? null;
}

async function confirmedForms(tx: Tx, submissionId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ section: sectionConfirmation.section })
    .from(sectionConfirmation)
    .where(eq(sectionConfirmation.submissionId, submissionId));
  return new Set(rows.map(({ section }) => section));
}

async function newestAnswers(tx: Tx, clientId: string, submissionId: string): Promise<Map<string, unknown>> {
  const rows = await tx
    .select({ id: answer.id, question: answer.question, value: answer.value })
    .from(answer)
    .where(and(eq(answer.submissionId, submissionId), inArray(answer.question, [WHERE, PAYS])))
    .orderBy(asc(answer.revision));
  const values = new Map<string, unknown>();
  for (const { id, question, value } of new Map(rows.map((row) => [row.question, row])).values()) {
    const opened = JSON.parse(
      await openFor(tx, clientId, { table: 'answer', column: 'value', row: id }, value),
    );
    if (opened.state === 'answered') values.set(question, opened.value);
  }
  return values;
}

/** `US-CA` of `{ country: 'US', region: 'US-CA' }`, as A8 keeps it. */
function regionOf(where: unknown): string | null {
  if (typeof where !== 'object' || where === null || !('region' in where)) return null;
  return typeof where.region === 'string' && where.region !== '' ? where.region : null;
}
