// Somebody made up, known to be so by a mark in every free text that clinicians alone may read, from the forms to the notes on their danger signs.
import { eq } from 'drizzle-orm';
import { as } from '@/db/client';
import { appointment, notice, submission } from '@/db/schema';
import { askQuestion } from '@/lib/documents/ask-question';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { previewEstimate, readEstimates } from '@/lib/estimates/estimate-file';
import { keyOfService } from '@/lib/estimates/estimate-form';
import { giveEstimate } from '@/lib/estimates/give-estimate';
import { allQuestions } from '@/lib/forms/definition';
import type { AnswerValue, Input, Question } from '@/lib/forms/question';
import { acknowledgeFlag } from '@/lib/review/acknowledge-flag';
import { addAttempt } from '@/lib/review/add-attempt';
import { askForMore } from '@/lib/review/ask-for-more';
import { closeFlag } from '@/lib/review/close-flag';
import { flagsOf } from '@/lib/review/flags-of';
import { sendSubmission } from '@/lib/review/send-submission';
import { writeMessage } from '@/lib/review/write-message';
import {
  answer,
  arrive,
  BEFORE_SESSION,
  book,
  type Client,
  type Given,
  keepNotes,
  sign,
} from '@/scripts/demo/live-through';
import { demoPeople } from '@/scripts/demo/people';
import { review } from '@/scripts/demo/review-as-staff';
import type { Team } from '../lib/review/made-up-intakes';

/** Begins every mark; no word of ours and no reference holds it. */
export const MARK = 'Quetzalmark';
const mark = (what: string) => `${MARK} ${what} (made up)`;
/** A code that no list has. */
export const MARKED_CODE = 'Q0Z.MARK';

export type MarkedPerson = {
  client: Client;
  /** What stands in addresses of staff. */
  submission: string;
  appointment: string;
  notice: string;
  /** What they chose, in the words of the form, where the words are long enough to be nothing else. */
  chosen: string[];
};

/** From everything the demo's person with the most to say said, with every clinical text of it marked. */
function markedAnswers(): Given {
  const said = demoPeople.find(({ email }) => email.startsWith('ellis'))?.answers ?? {};
  const clinical = allQuestions.filter(({ audience }) => audience === 'clinical');
  return Object.fromEntries([
    ...Object.entries(said),
    ...clinical.flatMap((question) => {
      const value = markedValue(question, said[question.id]);
      return value ? [[question.id, value]] : [];
    }),
  ]) as Given;
}

function markedValue({ id, input }: Question, said: Given[string] | undefined): AnswerValue | undefined {
  if (input.kind === 'group') {
    const before = typeof said === 'object' && !Array.isArray(said) && !('state' in said) ? said : {};
    const texts = input.fields.filter(isText).map((field) => [field.id, mark(`${id} ${field.id}`)]);
    return texts.length > 0 ? { ...before, ...Object.fromEntries(texts) } : undefined;
  }
  if (isText(input)) return mark(id);
  if (input.kind !== 'checkboxes' || !input.ownWords) return undefined;
  return [...(Array.isArray(said) ? said : []), `own:${mark(id)}`];
}

const isText = (input: Input) =>
  input.kind === 'long-text' || (input.kind === 'text' && !input.looksLike && input.inputMode !== 'numeric');

/** The words of every clinical choice, where they are many: few would stand on other pages, too. */
function chosenWords(given: Given): string[] {
  return allQuestions
    .flatMap(({ id, audience, input }) => {
      if (audience !== 'clinical' || !('options' in input)) return [];
      const values = [given[id]].flat();
      return input.options.filter(({ value, label }) => values.includes(value) && label.length > 24);
    })
    .map(({ label }) => label);
}

/** Sent, booked, flagged, asked for more, written to, and with an estimate that holds a diagnosis code. */
export async function aMarkedPerson({ lead }: Team): Promise<MarkedPerson> {
  const client = await arrive(`${newReference().toLowerCase()}@made-up.example`);
  const given = { ...markedAnswers(), B1: 'Mika Marked (made up)' };
  await answer(client, given, ['1']);
  await sign(client);
  await answer(client, given, ['2', '3', '4', '5']);
  await book(client, 7, 'America/New_York');
  await answer(client, given, BEFORE_SESSION);
  await keepNotes(client, [
    { chapter: 'trust', question: 'trust-safe', text: mark('note'), shared: true },
    { chapter: 'time', question: 'time-first-change', text: mark('unshared') },
  ]);
  await askQuestion(client, { slug: 'agreement', text: mark('question'), formToken: newId() });
  const sent = await sendSubmission(client);
  if (!sent.ok) throw new Error(`The marked forms were not sent: ${sent.reason}`);
  const [mine] = await as(client, (tx) => tx.select().from(submission));
  const [time] = await as(client, (tx) => tx.select().from(appointment));
  if (!mine || !time) throw new Error('The marked person has no forms, or no appointment.');
  await attendTo(lead, client, mine);
  await writeMessage(lead, { reference: mine.reference, text: mark('message'), formToken: newId() });
  await review(lead, client.id, 'begin-review');
  await askForMore(lead, {
    ...{ reference: mine.reference, questions: ['C6'], text: mark('request'), formToken: newId() },
  });
  await markedEstimate(lead, mine.reference);
  const [told] = await as(lead, (tx) => tx.select().from(notice).where(eq(notice.accountId, client.id)));
  return {
    client,
    ...{ submission: mine.reference, appointment: time.reference, notice: told?.reference ?? '' },
    chosen: chosenWords(given),
  };
}

async function attendTo(
  lead: Team['lead'],
  client: Client,
  { id, reference }: { id: string; reference: string },
) {
  const [first, second] = await as(lead, (tx) => flagsOf(tx, [id]));
  if (!first || !second) throw new Error(`Nothing ${client.id} said is a danger sign.`);
  for (const { id: flagId } of [first, second]) await acknowledgeFlag(lead, { reference, flagId });
  const tried = { way: 'phone', at: clock.now(), note: mark('attempt') } as const;
  await addAttempt(lead, { reference, flagId: first.id, ...tried });
  await closeFlag(lead, { reference, flagId: second.id, outcome: 'spoke', note: mark('outcome') });
}

async function markedEstimate(lead: Team['lead'], reference: string) {
  const file = await readEstimates(lead, reference);
  if (!file) throw new Error('No estimate can be made.');
  const { fees } = file.schedule;
  const input = {
    lines: [{ key: keyOfService(fees, 0), quantity: 1, cents: fees[0]?.cents ?? 0 }],
    ...{ months: 6, frequency: 'fortnightly' as const, clinician: '', diagnosis: MARKED_CODE },
    made: { number: file.number, appointment: file.appointment?.reference ?? '', fees: file.fees },
  };
  const seen = await previewEstimate(lead, reference, input);
  const given = seen?.ok ? await giveEstimate(lead, { reference, input, shown: seen.shown }) : null;
  if (!given?.ok) throw new Error('The marked estimate was not given.');
}
