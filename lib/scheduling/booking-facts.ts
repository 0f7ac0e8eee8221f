// What a client has done and said that decides whether, and by whom, they can be seen.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { answer, sectionConfirmation } from '@/db/schema';
import { COUNTRY_CODES, regionsOf } from '@/lib/clinic/regions';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';
import { signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';
import { openIntake } from '@/lib/forms/open-intake';
import { openFor } from '@/lib/vault/keys';
import { appointmentOf } from './appointment-of';
import type { BookingFacts } from './may-book';

/** The short forms that come before a booking (the journey's steps 1 and 5). */
const FORMS_TO_BOOK = ['1', '2', '3', '4', '5'];
const COUNTRY = 'A8';
const REGIONS = COUNTRY_CODES.map((code) => regionQuestion(code));
const LANGUAGE = 'B7';
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
  // Whom the clinic can't take has finished nothing, whatever was confirmed before that was known.
  const confirmed = intake && !intake.notForUsAt ? await confirmedForms(tx, intake.id) : new Set<string>();
  const answers = intake ? await newestAnswers(tx, clientId, intake.id) : new Map<string, unknown>();
  return {
    agreementsMissing: needed.map(({ slug }) => slug).filter((slug) => !signed.has(slug)),
    formsMissing: FORMS_TO_BOOK.filter((section) => !confirmed.has(section)),
    region: regionOf(answers),
    asCouple: facts.company === 'partner',
    format: facts.format,
    language: languageOf(answers.get(LANGUAGE)),
    hasAppointment: (await appointmentOf(tx, clientId)) !== null,
    mayPayThemselves: answers.get(PAYS) !== 'insurance',
  };
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
    .where(
      and(
        eq(answer.submissionId, submissionId),
        inArray(answer.question, [COUNTRY, ...REGIONS, LANGUAGE, PAYS]),
      ),
    )
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

/** Asked only in the countries that license by region: `A8-us`. */
function regionQuestion(country: string): string {
  return `${COUNTRY}-${country.toLowerCase()}`;
}

/** `US-CA`; a country that is licensed as a whole is its own region. An answer about another country doesn't count. */
function regionOf(answers: Map<string, unknown>): string | null {
  const country = answers.get(COUNTRY);
  if (typeof country !== 'string') return null;
  const inside = regionsOf(country);
  if (inside.length === 0) return country;
  const region = answers.get(regionQuestion(country));
  return inside.find(({ code }) => code === region)?.code ?? null;
}

/** Null when an interpreter will be there, or nothing was said: then any language does. */
function languageOf(asked: unknown): string | null {
  if (typeof asked !== 'object' || asked === null) return null;
  const { language, interpreter } = asked as Partial<Record<string, string>>;
  return interpreter === 'yes' || !language ? null : language;
}
