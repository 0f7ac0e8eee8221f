// Saves one page on Continue: a revision for each answer that changed, and every flag it raises, all in one go.
import { type Actor, as, type Tx } from '@/db/client';
import type { FieldError } from '@/lib/accounts/form-draft';
import { withinLimit } from '@/lib/accounts/limits';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { sectionAsked } from './asked';
import { calendarDate } from './birth-date';
import { type CameFrom, corrects } from './came-from';
import { keepLonger } from './draft-life';
import { asksHowToReach } from './how-to-reach';
import { beginIntake, type Follows, keepAnswers } from './keep-answers';
import { isSent, lockNewestIntake } from './lock-intake';
import { type Next, nextPage, regionPageAfter } from './next-page';
import { DECIDING } from './not-for-us';
import { endOf } from './open-intake';
import { nothingPosted, parsePage } from './parse-page';
import type { Posted } from './parse-question';
import type { Answer } from './question';
import { sameAnswer } from './same-answer';
import { visiblePages } from './shown';
import { holdsNewWords } from './unsaved-text';

/**
 * `bases`: by question, the revision the page showed when it was opened; 0 where there was none. `from`: where it was
 * opened from. `skips`: the page is left out; with what was written on it, so that nothing goes unasked (null = asked already).
 */
export type Saving = {
  section: string;
  page: string;
  posted: Posted;
  bases: ReadonlyMap<string, number>;
  from?: CameFrom | null;
  skips?: { written: Record<string, string[]> | null };
};

export type Saved =
  | ({ ok: true; next: Next } & Follows)
  | {
      ok: false;
      reason:
        | 'no-such-page'
        | 'newer-version'
        | 'already-sent'
        | 'not-for-us'
        | 'too-often'
        | 'would-remove-words';
      errors?: undefined;
    }
  | { ok: false; reason: 'invalid'; errors: FieldError[] };

/**
 * The same page saved twice is one revision. Refused: `no-such-page` (not on this client's way), `invalid` (with the
 * reasons), `newer-version` (the answer was changed elsewhere since the page was opened), `already-sent` (and the page was
 * not opened to put something right, or all has ended; how they may be reached stays theirs to change), `not-for-us` (nothing
 * more is asked), `would-remove-words` (skipped, and something is written there), `too-often`. A refusal writes nothing.
 */
export const saveAnswers = (actor: Actor & { kind: 'client' }, saving: Saving): Promise<Saved> =>
  as(actor, (tx) => saveAnswersIn(tx, actor, saving));

/** The same, in a transaction that is open already. */
export async function saveAnswersIn(
  tx: Tx,
  actor: Actor & { kind: 'client' },
  saving: Saving,
): Promise<Saved> {
  const intake = await lockNewestIntake(tx, actor.id);
  const stored: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
  const section = await sectionAsked(tx, saving.section, stored);
  const page = section && visiblePages(section, stored).find(({ slug }) => slug === saving.page);
  if (!section || !page) return { ok: false, reason: 'no-such-page' };
  const sent = intake !== null && isSent(intake);
  const from = saving.from ?? null;
  // What has ended is put right no more.
  const corrected = corrects(from) && !endOf(intake);
  if (sent && !corrected && !asksHowToReach(page.questions)) return { ok: false, reason: 'already-sent' };
  if (intake?.notForUsAt && !page.questions.every(({ id }) => DECIDING.includes(id))) {
    return { ok: false, reason: 'not-for-us' };
  }
  const { skips } = saving;
  if (skips?.written && holdsNewWords(page.questions, stored, skips.written))
    return { ok: false, reason: 'would-remove-words' };
  const today = calendarDate(clock.now(), (await clinicOf(tx)).zone);
  const posted = skips ? nothingPosted : saving.posted;
  const parsed = parsePage(page.questions, posted, { answers: stored, today });
  if (!parsed.ok) return { ok: false, reason: 'invalid', errors: parsed.errors };

  // To leave out what was an answer to another question is an answer too.
  const changed = new Map(
    [...parsed.answers].filter(([id, given]) => stored.get(id)?.before || !sameAnswer(stored.get(id), given)),
  );
  const overtaken = [...changed.keys()].some(
    (id) => (stored.get(id)?.revision ?? 0) > (saving.bases.get(id) ?? 0),
  );
  if (overtaken) return { ok: false, reason: 'newer-version' };
  const answers = new Map<string, Answer>([...stored, ...changed]);
  const next = nextPage({ section, slug: page.slug, before: stored, now: answers, sent, from });
  if (changed.size > 0) {
    if (!(await withinLimit(tx, 'answers.account', actor.id))) return { ok: false, reason: 'too-often' };
    // What was confirmed was another text: the section is to be looked over again, unless that is what they do next.
    const reopens = !sent && from !== 'everything';
    const begun = intake ?? (await beginIntake(tx, actor.id));
    const kept = await keepAnswers(tx, begun, { section, reopens }, stored, changed);
    return { ok: true, next, ...kept };
  }
  if (intake?.status === 'draft') await keepLonger(tx, intake);
  const region = intake?.notForUsAt ? regionPageAfter(section, page.slug, answers) : null;
  const notForUs = Boolean(intake?.notForUsAt) && !region;
  return { ok: true, next: region ?? next, support: false, doctor: false, notForUs };
}
