// Saves one page on Continue: a revision for each answer that changed, and every flag it raises, all in one go.
import { and, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { sectionConfirmation, submission } from '@/db/schema';
import type { FieldError } from '@/lib/accounts/form-draft';
import { withinLimit } from '@/lib/accounts/limits';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { sectionAsked } from './asked';
import { calendarDate } from './birth-date';
import { definition } from './definition';
import { keepLonger } from './draft-life';
import { asksHowToReach, nextToReach } from './how-to-reach';
import { indexNames, keepRevisions } from './keep-revisions';
import { lockIntake, OPEN_TO_CLIENT } from './lock-intake';
import { medicalSigns } from './medical-advice';
import { DECIDING, noteNotForUs } from './not-for-us';
import type { Intake } from './open-intake';
import { parsePage } from './parse-page';
import type { Posted } from './parse-question';
import type { Answer, Section } from './question';
import { raiseFlags } from './raise-flags';
import { clashOf } from './reach-clash';
import { sameAnswer } from './same-answer';
import { settleAnswers } from './settle-answers';
import { type Page, pageAfter, visiblePages } from './shown';

/**
 * `bases`: by question, the revision the page showed when it was opened; 0 where there was none. `fromEverything`: they came
 * from the page that shows everything before it is sent, and look the change over there.
 */
export type Saving = {
  section: string;
  page: string;
  posted: Posted;
  bases: ReadonlyMap<string, number>;
  fromEverything?: boolean;
};

/** `support`: a danger sign; `doctor`: a sign that a doctor should see. Each has a page of its own that comes next. */
type Follows = { support: boolean; doctor: boolean; notForUs: boolean };

export type Saved =
  | ({ ok: true; next: Page | 'check' | 'reach' | 'everything' } & Follows)
  | {
      ok: false;
      reason: 'no-such-page' | 'newer-version' | 'already-sent' | 'not-for-us' | 'too-often';
      errors?: undefined;
    }
  | { ok: false; reason: 'invalid'; errors: FieldError[] };

/**
 * The same page saved twice is one revision. Refused: `no-such-page` (not on this client's way), `invalid` (with the
 * reasons), `newer-version` (the answer was changed elsewhere since the page was opened), `already-sent`
 * (all but how they may be reached, which stays theirs to change), `not-for-us` (nothing more is asked), `too-often`. A refusal writes nothing.
 */
export async function saveAnswers(actor: Actor & { kind: 'client' }, saving: Saving): Promise<Saved> {
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    const stored: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const section = await sectionAsked(tx, saving.section, stored);
    const page = section && visiblePages(section, stored).find(({ slug }) => slug === saving.page);
    if (!section || !page) return { ok: false, reason: 'no-such-page' };
    const sent = intake !== null && !OPEN_TO_CLIENT.includes(intake.status);
    if (sent && !asksHowToReach(page.questions)) return { ok: false, reason: 'already-sent' };
    if (intake?.notForUsAt && !page.questions.every(({ id }) => DECIDING.includes(id))) {
      return { ok: false, reason: 'not-for-us' };
    }
    const today = calendarDate(clock.now(), (await clinicOf(tx)).zone);
    const parsed = parsePage(page.questions, saving.posted, { answers: stored, today });
    if (!parsed.ok) return { ok: false, reason: 'invalid', errors: parsed.errors };

    const changed = new Map([...parsed.answers].filter(([id, given]) => !sameAnswer(stored.get(id), given)));
    const overtaken = [...changed.keys()].some(
      (id) => (stored.get(id)?.revision ?? 0) > (saving.bases.get(id) ?? 0),
    );
    if (overtaken) return { ok: false, reason: 'newer-version' };
    const answers = new Map<string, Answer>([...stored, ...changed]);
    const next = sent
      ? nextToReach(section, page.slug, answers)
      : (clashingPage(section, page.slug, answers) ??
        (saving.fromEverything
          ? (openedPage(section, stored, answers) ?? 'everything')
          : pageAfter(section, page.slug, answers)));
    if (changed.size > 0) {
      if (!(await withinLimit(tx, 'answers.account', actor.id))) return { ok: false, reason: 'too-often' };
      // What was confirmed was another text: the section is to be looked over again, unless that is what they do next.
      const reopens = !sent && !saving.fromEverything;
      const begun = intake ?? (await begin(tx, actor.id));
      const kept = await write(tx, begun, { section, reopens }, stored, changed);
      return { ok: true, next, ...kept };
    }
    if (intake?.status === 'draft') await keepLonger(tx, intake);
    // Whoever puts a slip right may have the right country and the wrong state.
    const region = intake?.notForUsAt ? regionPageAfter(section, page.slug, answers) : null;
    return {
      ok: true,
      next: region ?? next,
      support: false,
      doctor: false,
      notForUs: Boolean(intake?.notForUsAt) && !region,
    };
  });
}

/** Another use of the number, or none, may not fit the way that was named before: that page comes next. */
function clashingPage(section: Section, slug: string, answers: ReadonlyMap<string, Answer>): Page | null {
  if (!clashOf('A4', answers) || slug === 'a4') return null;
  const pages = visiblePages(section, answers);
  const from = pages.findIndex((page) => page.slug === slug);
  const to = pages.findIndex((page) => page.slug === 'a4');
  // What was just opened between the two comes before it.
  const between = pages.slice(from + 1, Math.max(to, 0));
  const open = between.find((page) => page.questions.some(({ id }) => !answers.has(id)));
  return open ?? pages[to] ?? null;
}

/** The first page that this change opened and nobody has been on. */
function openedPage(
  section: Section,
  before: ReadonlyMap<string, Answer>,
  now: ReadonlyMap<string, Answer>,
): Page | undefined {
  const was = visiblePages(section, before).map(({ slug }) => slug);
  return visiblePages(section, now).find(({ slug }) => !was.includes(slug));
}

function regionPageAfter(section: Section, slug: string, answers: ReadonlyMap<string, Answer>): Page | null {
  const pages = visiblePages(section, answers);
  const following = pages[pages.findIndex((page) => page.slug === slug) + 1];
  return following?.slug.startsWith('a8-') ? following : null;
}

async function write(
  tx: Tx,
  intake: Intake,
  { section, reopens }: { section: Section; reopens: boolean },
  stored: StoredAnswers,
  changed: ReadonlyMap<string, Answer>,
): Promise<Follows> {
  const sent = !OPEN_TO_CLIENT.includes(intake.status);
  const answers = new Map<string, Answer>([...stored, ...changed]);
  const revisions = await keepRevisions(tx, intake, stored, changed);
  if (changed.has('B1') || changed.has('B2')) await indexNames(tx, intake.clientId, answers);
  await tx.update(submission).set({ changedAt: clock.now() }).where(eq(submission.id, intake.id));
  if (sent) await settleAnswers(tx, intake, { again: true });
  if (reopens) await reopenSection(tx, intake, section);
  const decides = DECIDING.some((id) => changed.has(id));
  const notForUs = decides ? (await noteNotForUs(tx, intake, answers)) !== null : false;
  const signs = await raiseFlags(tx, intake, answers, revisions);
  await record(tx, {
    event: 'answer.saved',
    subject: intake.clientId,
    detail: { section: section.number, questions: [...changed.keys()] },
  });
  if (sent) {
    const detail = { questions: [...changed.keys()] };
    await record(tx, { event: 'contact.changed', subject: intake.clientId, detail });
  }
  const doctor = changed.has('F5') && medicalSigns(changed).length > 0;
  return { support: signs.some(({ support }) => support !== undefined), doctor, notForUs };
}

const reopenSection = (tx: Tx, intake: Intake, { number }: Section) =>
  tx
    .delete(sectionConfirmation)
    .where(and(eq(sectionConfirmation.submissionId, intake.id), eq(sectionConfirmation.section, number)));

/** The first answer begins the intake. */
async function begin(tx: Tx, clientId: string): Promise<Intake> {
  const now = clock.now();
  const [intake] = await tx
    .insert(submission)
    .values({
      id: newId(),
      reference: newReference(),
      clientId,
      definitionVersion: definition.version,
      createdAt: now,
      changedAt: now,
    })
    .returning();
  if (!intake) throw new Error('an intake could not be begun');
  await record(tx, { event: 'submission.begun', subject: clientId, detail: { submission: intake.id } });
  return intake;
}
