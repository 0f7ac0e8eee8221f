// What is stored about a client, read once, as the journey needs it.
import { type Actor, as, type Tx } from '@/db/client';
import { signaturesOf } from '@/lib/documents/signatures';
import { signerOf } from '@/lib/documents/signer';
import { endOf, newestIntake, openIntake } from '@/lib/forms/open-intake';
import { sectionStates } from '@/lib/forms/section-states';
import { chaptersRead } from '@/lib/guide/chapters-read';
import { appointmentOf, hasMet } from '@/lib/scheduling/appointment-of';
import { timeRequestOf } from '@/lib/scheduling/time-request';
import { entryOf } from '@/lib/scheduling/waitlist-of';
import { closedOnceEnded, firstBefore } from './journey';
import type { JourneyFacts } from './steps';

/** Reads the facts of one client. Who never answered anything has an empty journey, not none. */
export async function journeyFacts(tx: Tx, clientId: string): Promise<JourneyFacts> {
  const intake = await openIntake(tx, clientId);
  const [read, { facts }, signatures, sections, appointment, request] = [
    await chaptersRead(tx, clientId),
    await signerOf(tx, clientId),
    await signaturesOf(tx, clientId),
    await sectionStates(tx, intake?.id ?? null),
    await appointmentOf(tx, clientId),
    await timeRequestOf(tx, clientId),
  ];
  return {
    chaptersRead: read.size,
    about: facts,
    sections,
    documents: Object.fromEntries(signatures.map(({ slug, standing }) => [slug, standing])),
    booked: appointment !== null || (await hasMet(tx, clientId)),
    timeAsked: request && (request.done ? 'done' : 'open'),
    waits: (await entryOf(tx, clientId)) !== null,
    sent: intake !== null && intake.status !== 'draft',
    notForUs: intake?.notForUsAt != null,
    ended: intake ? null : endOf(await newestIntake(tx, clientId)),
  };
}

/** The address of what comes before `path` for this client, or null when it may be opened, or posted to, now. */
export async function pathBefore(actor: Actor & { kind: 'client' }, path: string): Promise<string | null> {
  return as(actor, async (tx) => addressBefore(await journeyFacts(tx, actor.id), path));
}

/** The same, from facts that were read already. */
export function addressBefore(facts: JourneyFacts, path: string): string | null {
  // Home says that it has ended, and how to reach us.
  if (facts.ended) return closedOnceEnded(path) ? '/home?closed=yes' : null;
  const first = firstBefore(facts, path);
  // A document that changed says itself why it comes first; for all else the list of tasks does.
  return first && (first.asksAgain ? first.step.path : `/home?first=${first.step.id}`);
}
