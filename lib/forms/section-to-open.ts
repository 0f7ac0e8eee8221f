// A section before it is begun: what of it is asked here, and whether it may still be filled in.
import { type Actor, as } from '@/db/client';
import { currentAnswers, type StoredAnswers } from './answers-of';
import { sectionAsked } from './asked';
import { isSent } from './lock-intake';
import { openIntake } from './open-intake';
import { visiblePages } from './shown';

/** `first`: the name of its first page. Null when there is no such section, or nothing of it is asked. */
export async function sectionToOpen(actor: Actor & { kind: 'client' }, number: string) {
  return as(actor, async (tx) => {
    const intake = await openIntake(tx, actor.id);
    const answers: StoredAnswers = intake ? await currentAnswers(tx, intake) : new Map();
    const section = await sectionAsked(tx, number, answers);
    const [first] = section ? visiblePages(section, answers) : [];
    const sent = intake !== null && isSent(intake);
    return section && first ? { section, first: first.slug, sent } : null;
  });
}
