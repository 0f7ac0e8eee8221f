// What the support page knows of a client: what it is about, where they are, and by when somebody reaches out, and how.
import { desc, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { flag } from '@/db/schema';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { isStaffed } from '@/lib/clinic/staffed-hours';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { clock } from '@/lib/env/clock';
import { openFor } from '@/lib/vault/keys';
import { answersOf } from './answers-of';
import { type Channel, clientFacts } from './client-facts';
import { definition } from './definition';
import { riskRule, type Support } from './risk';
import { type Page, pageAfter, pageSlug } from './shown';

export type SupportFacts = {
  /** The newest sign; null when there is none, and then nobody was told anything. */
  about: Support | null;
  country: string | null;
  by: Channel;
  /** By when somebody will have tried to reach them. */
  until: Date | null;
  staffedNow: boolean;
  clinic: Pick<Clinic, 'hours' | 'zone' | 'phone' | 'country'>;
  /** The clock where they will be; the clinic's while that is not known. */
  zone: string;
  /** Where the forms go on; null when they don't come from a form. */
  next: { section: string; page: Page | 'check' } | null;
};

export async function supportFacts(actor: Actor & { kind: 'client' }): Promise<SupportFacts> {
  return as(actor, async (tx) => {
    const clinic = await clinicOf(tx);
    const answers = await answersOf(tx, actor.id);
    const flags = await tx
      .select()
      .from(flag)
      .where(eq(flag.clientId, actor.id))
      .orderBy(desc(flag.raisedAt));
    const shown = (await Promise.all(flags.map((one) => withRule(tx, one)))).filter(({ support }) => support);
    const [newest] = shown;
    const { country, region, safest } = clientFacts(answers);
    const now = clock.now();
    const open = shown.flatMap(({ dueAt }) => (dueAt && dueAt > now ? [dueAt] : []));
    const section = definition.sections.find(({ questions }) =>
      questions.some(({ id }) => id === newest?.question),
    );
    return {
      about: newest?.support ?? null,
      country,
      by: safest.by,
      until: open.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      staffedNow: isStaffed(clinic, now),
      clinic,
      zone: zoneOfRegion(region) ?? clinic.zone,
      next:
        section && newest
          ? { section: section.number, page: pageAfter(section, pageSlug(newest.question), answers) }
          : null,
    };
  });
}

async function withRule(tx: Tx, { id, clientId, question, dueAt, rule }: typeof flag.$inferSelect) {
  const name = await openFor(tx, clientId, { table: 'flag', column: 'rule', row: id }, rule);
  return { question, dueAt, support: riskRule(name)?.support };
}
