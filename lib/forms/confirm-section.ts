// A section is done when its client has looked it over, or chosen to skip it, and said so.
import { type Actor, as, type Tx } from '@/db/client';
import { sectionConfirmation } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { sectionAsked } from './asked';
import { definition } from './definition';
import { isSent, lockIntake } from './lock-intake';
import type { Intake } from './open-intake';
import type { Answer, Section } from './question';
import { raiseFlags } from './raise-flags';
import { isOpen, missingAnswers, visibleQuestions } from './shown';
import { unsavedUnasked } from './unsaved-text';

export type Confirmed =
  | { ok: true }
  | {
      ok: false;
      reason: 'no-such-section' | 'not-begun' | 'not-for-us' | 'already-sent' | 'words-unsaved';
      missing?: undefined;
    }
  | { ok: false; reason: 'answers-missing'; missing: string[] };

/**
 * Confirming twice is once. What nobody answered is left open by it: where that is a sign, its flag is raised. Refused: `no-such-section`, `not-begun` (nothing was answered yet), `not-for-us`,
 * `already-sent`, `answers-missing` with the ids of the questions that must be answered first, and `words-unsaved`: something was typed and never
 * saved, beside a question that is none of `leaves`, those they were asked about and go on without. What was typed stays where it is.
 */
export async function confirmSection(
  actor: Actor & { kind: 'client' },
  number: string,
  leaves: readonly string[] = [],
): Promise<Confirmed> {
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const section = await sectionAsked(tx, number, answers);
    if (!section) return { ok: false, reason: 'no-such-section' };
    if (!intake) return { ok: false, reason: 'not-begun' };
    if (intake.notForUsAt) return { ok: false, reason: 'not-for-us' };
    if (isSent(intake)) return { ok: false, reason: 'already-sent' };
    const missing = missingAnswers(section, answers).map(({ id }) => id);
    if (missing.length > 0) return { ok: false, reason: 'answers-missing', missing };
    if ((await unsavedUnasked(tx, actor.id, [section], answers, leaves)).length > 0)
      return { ok: false, reason: 'words-unsaved' };
    const [confirmed] = await tx
      .insert(sectionConfirmation)
      .values({
        submissionId: intake.id,
        clientId: actor.id,
        section: number,
        confirmedAt: clock.now(),
      })
      .onConflictDoNothing()
      .returning();
    if (confirmed) {
      await leaveOpen(tx, intake, section, answers);
      await record(tx, {
        event: 'section.confirmed',
        subject: actor.id,
        detail: { section: number, version: definition.version },
      });
    }
    return { ok: true };
  });
}

/** Skipped or confirmed with gaps: nothing is written for a gap, so that it can be filled later as if for the first time. */
async function leaveOpen(tx: Tx, intake: Intake, section: Section, answers: StoredAnswers) {
  const open = visibleQuestions(section, answers).filter(({ id }) => isOpen(id, answers));
  const now = new Map<string, Answer>([...answers, ...open.map(({ id }) => [id, LEFT] as const)]);
  await raiseFlags(
    tx,
    intake,
    now,
    new Map(),
    open.map(({ id }) => id),
  );
}

const LEFT: Answer = { state: 'not-answered' };
