// A section is done when its client has looked it over and said so.
import { type Actor, as } from '@/db/client';
import { sectionConfirmation } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { currentAnswers } from './answers-of';
import { sectionNamed } from './definition';
import { isSent, lockIntake } from './lock-intake';
import { missingAnswers } from './shown';

export type Confirmed =
  | { ok: true }
  | {
      ok: false;
      reason: 'no-such-section' | 'not-begun' | 'not-for-us' | 'already-sent';
      missing?: undefined;
    }
  | { ok: false; reason: 'answers-missing'; missing: string[] };

/**
 * Confirming twice is once. Refused: `no-such-section`, `not-begun` (nothing was answered yet), `not-for-us`,
 * `already-sent`, and `answers-missing` with the ids of the questions that must be answered first.
 */
export async function confirmSection(actor: Actor & { kind: 'client' }, number: string): Promise<Confirmed> {
  const section = sectionNamed(number);
  if (!section) return { ok: false, reason: 'no-such-section' };
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    if (!intake) return { ok: false, reason: 'not-begun' };
    if (intake.notForUsAt) return { ok: false, reason: 'not-for-us' };
    if (isSent(intake)) return { ok: false, reason: 'already-sent' };
    const missing = missingAnswers(section, await currentAnswers(tx, intake)).map(({ id }) => id);
    if (missing.length > 0) return { ok: false, reason: 'answers-missing', missing };
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
      await record(tx, { event: 'section.confirmed', subject: actor.id, detail: { section: number } });
    }
    return { ok: true };
  });
}
