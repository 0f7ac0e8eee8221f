// A clinic that starts has its documents: each default text is published once, with the clinic's own facts in it.
import { eq } from 'drizzle-orm';
import { type Actor, as } from '@/db/client';
import { documentVersion } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { defaultTexts } from '@/lib/documents/default-texts';
import { editedPart } from '@/lib/documents/edited-text';
import { factsOfClinic } from '@/lib/documents/facts-of-clinic';
import { publishedText } from '@/lib/documents/published-text';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';

/**
 * Publishes version 1 of every document that has no version yet; what the clinic has published stays as it is.
 * `actor` is an admin: the database lets nobody else publish. Returns how many were published.
 */
export async function publishDefaults(actor: Extract<Actor, { kind: 'staff' }>): Promise<number> {
  return as(actor, async (tx) => {
    const there = await tx
      .select({ slug: documentVersion.slug })
      .from(documentVersion)
      .where(eq(documentVersion.locale, 'en'));
    const publishedAt = clock.now();
    const facts = factsOfClinic(await clinicOf(tx), publishedAt);
    let count = 0;
    for (const text of Object.values(defaultTexts)) {
      if (there.some(({ slug }) => slug === text.slug)) continue;
      const version = {
        id: newId(),
        slug: text.slug,
        version: 1,
        locale: text.locale,
        changeClass: 'first' as const,
        publishedAt,
        publishedBy: actor.id,
        source: editedPart(text),
        ...publishedText(text, facts),
      };
      // Two processes may start a clinic at once: one of them publishes.
      const kept = await tx
        .insert(documentVersion)
        .values(version)
        .onConflictDoNothing()
        .returning({ id: documentVersion.id });
      if (kept.length === 0) continue;
      const { slug, locale, changeClass, sha256 } = version;
      const detail = {
        ...{ slug, version: 1, locale, changeClass, sha256 },
        publishedAt: publishedAt.toISOString(),
      };
      await record(tx, { event: 'document.published', subject: version.id, detail });
      count += 1;
    }
    return count;
  });
}
