// What the support page knows of a client: what it is about, where they are, and by when somebody reaches out, and how.
import { desc, eq, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { flag } from '@/db/schema';
import { type Clinic, clinicOf } from '@/lib/clinic/clinic';
import { whoIsTold } from '@/lib/clinic/on-call';
import { isStaffed } from '@/lib/clinic/staffed-hours';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { clock } from '@/lib/env/clock';
import { openFor } from '@/lib/vault/keys';
import { answersOf } from './answers-of';
import { sectionsAsked } from './asked';
import { type Channel, clientFacts } from './client-facts';
import { instrumentNamed } from './definition';
import { endOf, newestIntake } from './open-intake';
import type { Section } from './question';
import { bySeverity, riskRule, type Support } from './risk';
import { type Page, pageAfter, pageSlug } from './shown';

export type SupportFacts = {
  /** The signs that are not closed, each once, the most serious first; none, and then nobody is to get in touch. */
  about: Support[];
  /** Somebody has seen all of them. */
  seen: boolean;
  country: string | null;
  by: Channel;
  /** By when somebody will have tried to reach them. */
  until: Date | null;
  staffedNow: boolean;
  /** To whom it goes at this moment: a clinician on call, else the leads; `nobody` where there is neither. */
  goesTo: 'on-call' | 'leads' | 'nobody';
  clinic: Pick<Clinic, 'hours' | 'zone' | 'phone' | 'country'>;
  /** The clock where they will be; the clinic's while that is not known. */
  zone: string;
  /** Their way here has ended: there are no forms to go on with. */
  ended: boolean;
  /** Where the forms go on; null when they don't come from a form, or to one no more. */
  next: { section: string; page: Page | 'check' } | null;
};

export async function supportFacts(actor: Actor & { kind: 'client' }): Promise<SupportFacts> {
  return as(actor, async (tx) => {
    const clinic = await clinicOf(tx);
    const answers = await answersOf(tx, actor.id);
    const shown = await signsShown(tx, actor.id);
    const [newest] = shown;
    const open = shown.filter(({ closed }) => !closed);
    const { country, region, safest } = clientFacts(answers);
    const ended = endOf(await newestIntake(tx, actor.id)) !== null;
    const now = clock.now();
    const due = open.flatMap(({ dueAt }) => (dueAt && dueAt > now ? [dueAt] : []));
    const at = newest && (instrumentNamed(newest.question)?.items.at(-1) ?? newest.question);
    const section = (await sectionsAsked(tx, answers)).find(({ questions }) =>
      questions.some(({ id }) => id === at),
    );
    return {
      about: [...new Set(open.sort(bySeverity).map(({ support }) => support))],
      seen: open.length > 0 && open.every(({ seen }) => seen),
      country,
      by: safest.by,
      until: due.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
      staffedNow: isStaffed(clinic, now),
      goesTo: await goesTo(tx, clinic.zone, now),
      clinic,
      zone: zoneOfRegion(region) ?? clinic.zone,
      ended,
      next:
        section && at && !ended
          ? { section: section.number, page: pageAfter(section, slugWith(section, at), answers) }
          : null,
    };
  });
}

/** The page a question stands on is named after its first. */
const slugWith = ({ pages }: Section, id: string): string =>
  pageSlug(pages.find((page) => page.includes(id))?.[0] ?? id);

async function goesTo(tx: Tx, zone: string, now: Date): Promise<SupportFacts['goesTo']> {
  const { onCall, people } = await whoIsTold(tx, zone, now);
  if (people.length === 0) return 'nobody';
  return onCall ? 'on-call' : 'leads';
}

type State = { flag_id: string; seen: boolean; closed: boolean };

/** Those that lead to this page, the newest first, with what became of them; what staff wrote about them is theirs. */
async function signsShown(tx: Tx, clientId: string) {
  const flags = await tx.select().from(flag).where(eq(flag.clientId, clientId)).orderBy(desc(flag.raisedAt));
  const states = await tx.execute<State>(sql`select * from foyer.own_flag_states()`);
  const signs = await Promise.all(
    flags.map(async ({ id, question, level, dueAt, rule }) => {
      const place = { table: 'flag', column: 'rule', row: id };
      const support = riskRule(await openFor(tx, clientId, place, rule))?.support;
      const state = states.find(({ flag_id }) => flag_id === id);
      const { seen = false, closed = false } = state ?? {};
      return support && { question, level, dueAt, support, seen, closed };
    }),
  );
  return signs.filter((sign) => sign !== undefined);
}
