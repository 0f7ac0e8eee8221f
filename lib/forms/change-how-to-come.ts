// A client chooses otherwise how they come, by one press: on their own first, or by video, or in person.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { submission } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { currentAnswers } from './answers-of';
import { keepRevisions } from './keep-revisions';
import { lockIntake } from './lock-intake';
import type { Answer } from './question';
import { sameAnswer } from './same-answer';

/**
 * New revisions of C8 and of the format, sent or not: how somebody comes stays theirs to choose. It was said on a form
 * of its own, so a section that was confirmed stays so. Changing to what already stands changes nothing.
 * Refused: `not-begun` (no intake is open), `not-for-us`.
 */
export async function changeHowToCome(
  actor: Actor & { kind: 'client' },
  instead: { company?: 'alone'; format?: 'video' | 'in-person' },
): Promise<{ ok: true } | { ok: false; reason: 'not-begun' | 'not-for-us' }> {
  return as(actor, async (tx) => {
    const intake = await lockIntake(tx, actor.id);
    if (!intake) return { ok: false, reason: 'not-begun' };
    if (intake.notForUsAt) return { ok: false, reason: 'not-for-us' };
    const stored = await currentAnswers(tx, intake);
    const given: [string, Answer][] = [];
    if (instead.company) given.push(['C8', { state: 'answered', value: instead.company }]);
    if (instead.format) given.push(['format', { state: 'answered', value: instead.format }]);
    const changed = new Map(given.filter(([id, answer]) => !sameAnswer(stored.get(id), answer)));
    if (changed.size === 0) return { ok: true };
    await keepRevisions(tx, intake, stored, changed);
    await tx.update(submission).set({ changedAt: clock.now() }).where(eq(submission.id, intake.id));
    await record(tx, {
      event: 'answer.saved',
      subject: actor.id,
      detail: { section: '1', questions: [...changed.keys()] },
    });
    return { ok: true };
  });
}
