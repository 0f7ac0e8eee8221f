// What a client has done and said that decides whether, and by whom, they can be seen.
import type { Tx } from '@/db/client';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';
import { signaturesOf } from '@/lib/documents/signatures';
import { comesBefore } from '@/lib/documents/standing';
import { currentAnswers, type StoredAnswers } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { definition } from '@/lib/forms/definition';
import { endOf, newestIntake } from '@/lib/forms/open-intake';
import type { Section } from '@/lib/forms/question';
import { isDone } from '@/lib/forms/section-done';
import { confirmedSections, stateOf } from '@/lib/forms/section-states';
import { appointmentOf } from './appointment-of';
import type { BookingFacts } from './may-book';

/** The short forms that come before a booking (the journey's steps 1 and 5). */
const FORMS_TO_BOOK = ['1', '2', '3', '4', '5'];
const LANGUAGE = 'B7';
const PAYS = 'B10';

export interface ClientFacts extends BookingFacts {
  /** Self-pay, or not sure yet: only insurance settles it. */
  mayPayThemselves: boolean;
  /** The zone they read times by, that of their appointment or else of where they will be; null when neither is known. */
  zone: string | null;
}

/** Read from the client's newest intake and signatures. Without an intake nothing is known, and everything is missing. */
export async function bookingFacts(tx: Tx, clientId: string): Promise<ClientFacts> {
  return factsFrom(tx, clientId, (section, answers, confirmed) =>
    isDone(stateOf(section, answers, confirmed)),
  );
}

/**
 * The same as far as staff may read it: whether a form is finished is known by its check page alone, since front desk
 * sees no clinical answer.
 */
export async function bookingFactsForStaff(tx: Tx, clientId: string): Promise<ClientFacts> {
  return factsFrom(tx, clientId, ({ number }, _, confirmed) => confirmed.has(number));
}

async function factsFrom(
  tx: Tx,
  clientId: string,
  isDone: (section: Section, answers: StoredAnswers, confirmed: ReadonlySet<string>) => boolean,
): Promise<ClientFacts> {
  const [intake, signed, appointment] = await Promise.all([
    newestIntake(tx, clientId),
    signaturesOf(tx, clientId),
    appointmentOf(tx, clientId),
  ]);
  const [answers, confirmed]: [StoredAnswers, ReadonlySet<string>] = intake
    ? await Promise.all([currentAnswers(tx, intake), confirmedSections(tx, intake.id)])
    : [new Map(), new Set()];
  const { format, company, region, language } = clientFacts(answers);
  const standings = new Map(signed.map(({ slug, standing }) => [slug, standing]));
  const missing = documentsThatApply({ format, company }).filter(({ slug, requiredToBook }) =>
    comesBefore('booking', standings.get(slug) ?? 'unsigned', requiredToBook),
  );
  // Whom the clinic can't take has finished nothing, whatever was confirmed before that was known.
  const done = definition.sections
    .filter((section) => !intake?.notForUsAt && isDone(section, answers, confirmed))
    .map(({ number }) => number);
  return {
    agreementsMissing: missing.map(({ slug }) => slug),
    formsMissing: FORMS_TO_BOOK.filter((number) => !done.includes(number)),
    region,
    asCouple: company === 'partner',
    format,
    language: bringsInterpreter(answers) ? null : language,
    hasAppointment: appointment !== null,
    ended: endOf(intake) !== null,
    zone: appointment?.zone ?? zoneOfRegion(region),
    mayPayThemselves: answers.get(PAYS)?.value !== 'insurance',
  };
}

/** With an interpreter there, any language does. */
function bringsInterpreter(answers: StoredAnswers): boolean {
  const said = answers.get(LANGUAGE)?.value;
  return typeof said === 'object' && !Array.isArray(said) && said.interpreter === 'yes';
}
