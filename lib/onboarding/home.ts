// All that a client's home shows, read in one go.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { currentVersion } from '@/lib/documents/current-version';
import { DOCUMENT_SLUGS } from '@/lib/documents/document-text';
import { signaturesOf } from '@/lib/documents/signatures';
import { clock } from '@/lib/env/clock';
import { openIntake } from '@/lib/forms/open-intake';
import { reflectionCount } from '@/lib/guide/reflections-of';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { journeyFacts } from './journey-facts';
import { urgesSecondKey } from './urge-second-key';

/** For so long after signing, home says that it is done. */
const JUST_MINUTES = 2;

/**
 * `copies`: what was signed or acknowledged, in the documents' order. `notes`: how many of their own they keep.
 * `justSigned`: the last of the copies, when it is new.
 * `secondKeyUrged`: somebody else may read their mail.
 */
export async function homeOf(actor: Actor & { kind: 'client' }) {
  return as(actor, async (tx) => {
    const clinic = await clinicOf(tx);
    const facts = await journeyFacts(tx, actor.id);
    const signatures = await signaturesOf(tx, actor.id);
    const copies = [];
    for (const slug of DOCUMENT_SLUGS) {
      const signed = signatures.find((each) => each.slug === slug);
      if (!signed) continue;
      const version = await currentVersion(tx, slug);
      copies.push({ slug, title: version?.title ?? slug, signedAt: signed.signedAt, zone: clinic.zone });
    }
    const [latest] = [...copies].sort((one, other) => other.signedAt.getTime() - one.signedAt.getTime());
    const justSigned =
      latest && clock.now().getTime() - latest.signedAt.getTime() < JUST_MINUTES * 60_000 ? latest : null;
    const appointment = await appointmentOf(tx, actor.id);
    return {
      facts,
      notes: await reflectionCount(tx, actor.id),
      copies,
      justSigned,
      secondKeyUrged: await urgesSecondKey(tx, actor.id),
      reference: (await openIntake(tx, actor.id))?.reference ?? null,
      appointment: appointment && { ...appointment, address: clinic.address },
    };
  });
}

export type Home = Awaited<ReturnType<typeof homeOf>>;
