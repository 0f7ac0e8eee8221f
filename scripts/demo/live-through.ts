// Takes a made-up client along the real way: every answer, signature and booking goes through the verbs a real one uses.
import { type Actor, as } from '@/db/client';
import { Fields } from '@/lib/accounts/fields';
import { makeClient } from '@/lib/accounts/make-account';
import { currentVersion } from '@/lib/documents/current-version';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';
import { partsOf } from '@/lib/documents/published-text';
import { signDocument } from '@/lib/documents/sign-document';
import { SAMPLE_WORD } from '@/lib/documents/texts/electronic-records';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { answersOf } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { confirmSection } from '@/lib/forms/confirm-section';
import { definition } from '@/lib/forms/definition';
import { formValues } from '@/lib/forms/field-names';
import type { Answer, AnswerValue, Section } from '@/lib/forms/question';
import { saveAnswers } from '@/lib/forms/save-answers';
import { visiblePages } from '@/lib/forms/shown';
import { keepReflections } from '@/lib/guide/keep-reflections';
import { stampOf } from '@/lib/guide/reflection';
import { reflectionsOf } from '@/lib/guide/reflections-of';
import { shareReflection } from '@/lib/guide/share-reflection';
import { bookAppointment } from '@/lib/scheduling/book-appointment';
import { bookingFacts } from '@/lib/scheduling/booking-facts';
import { cliniciansFor } from '@/lib/scheduling/clinicians';
import { joinWaitlist } from '@/lib/scheduling/join-waitlist';
import { openSlots } from '@/lib/scheduling/open-slots';
import type { WaitlistWishes } from '@/lib/scheduling/waitlist-wishes';
import { emailIndex } from '@/lib/vault/indexes';
import type { MadeUpNote } from './people';

/** The sections that can wait until after booking. */
export const BEFORE_SESSION = ['6', '7', '8', '9', '10', '11', '12'];

export type Client = Actor & { kind: 'client' };

/** By question: what they chose or wrote, or one of the other states. */
export type Given = Record<string, AnswerValue | { state: 'declined' | 'in-person' }>;

/** A verb that refuses is a mistake in the demo. */
function mustHold(what: string, result: { ok: boolean; reason?: string }) {
  if (!result.ok) throw new Error(`The demo broke at ${what}: ${result.reason} ${JSON.stringify(result)}`);
}

export const arrive = async (email: string): Promise<Client> => ({
  kind: 'client',
  id: await as({ kind: 'bearer', secret: emailIndex(email) }, (tx) => makeClient(tx, email)),
});

/** Answers the sections of these numbers page by page, and confirms each. A page nothing is given for is left alone. */
export async function answer(
  client: Client,
  given: Given,
  numbers: readonly string[],
  { confirm = true } = {},
) {
  for (const section of definition.sections.filter(({ number }) => numbers.includes(number))) {
    await answerSection(client, given, section);
    if (confirm) mustHold(`section ${section.number}`, await confirmSection(client, section.number));
  }
}

async function answerSection(client: Client, given: Given, section: Section) {
  const before = await as(client, (tx) => answersOf(tx, client.id));
  const answers = new Map<string, Answer>([...before, ...Object.entries(given).map(toAnswer)]);
  for (const { slug, questions } of visiblePages(section, answers)) {
    if (!questions.some(({ id }) => id in given)) continue;
    const values = new Map(
      questions.flatMap((question) => Object.entries(formValues(question, answers.get(question.id)))),
    );
    const posted = {
      one: (name: string) => values.get(name)?.[0] ?? '',
      all: (name: string) => values.get(name) ?? [],
    };
    const saving = { section: section.number, page: slug, posted, bases: new Map<string, number>() };
    mustHold(`page ${slug}`, await saveAnswers(client, saving));
  }
}

function toAnswer([id, value]: [string, Given[string]]): [string, Answer] {
  const isState = typeof value === 'object' && !Array.isArray(value) && 'state' in value;
  return isState ? [id, value as Answer] : [id, { state: 'answered', value: value as AnswerValue }];
}

/** Keeps what they thought about the guide, and shares what is to be shared. */
export async function keepNotes(client: Client, notes: readonly MadeUpNote[]) {
  for (const { chapter, question, text, shared = false } of notes) {
    mustHold(question, await keepReflections(client, chapter, new Fields([[question, text]])));
    const kept = (await as(client, (tx) => reflectionsOf(tx, client.id))).get(question);
    if (shared) await shareReflection(client, { question, stamp: stampOf(kept), shared });
  }
}

/** Signs every document that applies, in order; with `only`, the first that many. `wantsMail`: every box is ticked, also those that may stay empty. */
export async function sign(client: Client, { only = 99, wantsMail = false } = {}) {
  const facts = clientFacts(await as(client, (tx) => answersOf(tx, client.id)));
  const evidence = {
    ip: '192.0.2.10',
    userAgent: 'Made-up browser',
    signedInAt: new Date(clock.now().getTime() - 600_000),
    signedInBy: 'code',
  };
  for (const { slug } of documentsThatApply(facts).slice(0, only)) {
    const version = await as(client, (tx) => currentVersion(tx, slug));
    if (!version) throw new Error(`The demo has no document ${slug}.`);
    const boxes = partsOf(version)
      .boxes.filter((box) => wantsMail || !box.mayStayEmpty)
      .map(({ id }) => id);
    const signing = {
      ...{ slug, sha256: version.sha256, account: client.id, boxes },
      typedName: facts.names[0] ?? '',
      sampleWord: SAMPLE_WORD,
    };
    mustHold(slug, await signDocument(client, signing, evidence));
  }
}

/** Books the first free time at least `days` from now with the first clinician who can see them. */
export async function book(client: Client, days: number, zone: string) {
  const from = new Date(clock.now().getTime() + days * 86_400_000);
  const slot = await as(client, async (tx) => {
    const clinicians = await cliniciansFor(tx, await bookingFacts(tx, client.id));
    return (await openSlots(tx, clinicians, { from }))[0];
  });
  if (!slot) throw new Error('The demo found no free time.');
  const booking = { clinician: slot.clinician.reference, startsAt: slot.startsAt, zone, formToken: newId() };
  mustHold('booking', await bookAppointment(client, booking));
}

/** Waits for such a time with whoever is free first, for as long as one can. */
export async function wait(
  client: Client,
  wishes: Pick<WaitlistWishes, 'weekdays' | 'partsOfDay'>,
  zone: string,
) {
  mustHold('waiting', await joinWaitlist(client, { ...wishes, with: null, zone, weeks: 12 }));
}
