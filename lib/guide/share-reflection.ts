// A client shares one reflection with their clinical team, or takes it back: each by itself, and never unless they ask.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { reflection } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clock } from '@/lib/env/clock';
import { stampOf } from './reflection';
import { reflectionsOf } from './reflections-of';

/** Done twice is done once. What isn't there (any more), or has been changed since it was shown, is left alone. */
export async function shareReflection(
  actor: Actor & { kind: 'client' },
  { question, stamp, shared }: { question: string; stamp: string; shared: boolean },
) {
  await as(actor, async (tx) => {
    const stored = (await reflectionsOf(tx, actor.id)).get(question);
    if (!stored || stampOf(stored) !== stamp) return;
    const changed = await tx
      .update(reflection)
      .set({ sharedAt: shared ? clock.now() : null })
      .where(
        and(
          eq(reflection.clientId, actor.id),
          eq(reflection.question, question),
          eq(reflection.keptAt, stored.keptAt),
          shared ? isNull(reflection.sharedAt) : isNotNull(reflection.sharedAt),
        ),
      )
      .returning({ question: reflection.question });
    if (changed.length === 0) return;
    const event = shared ? 'reflection.shared' : 'reflection.unshared';
    await record(tx, { event, subject: actor.id, detail: { questions: [question] } });
  });
}
