// All that a client's home shows, read in one go.
import { type Actor, as, type Tx } from '@/db/client';
import { wayInChangedAt } from '@/lib/accounts/way-in-changed';
import { clinicOf } from '@/lib/clinic/clinic';
import { currentVersion } from '@/lib/documents/current-version';
import { DOCUMENT_SLUGS, type DocumentSlug } from '@/lib/documents/document-text';
import { documentsThatApply } from '@/lib/documents/documents-that-apply';
import { type Signed, signaturesOf } from '@/lib/documents/signatures';
import { asksAgain } from '@/lib/documents/standing';
import { clock } from '@/lib/env/clock';
import { costsAtHome } from '@/lib/estimates/costs-at-home';
import { newestIntake } from '@/lib/forms/open-intake';
import { reflectionCount } from '@/lib/guide/reflections-of';
import { letterOf } from '@/lib/review/decline-letter';
import { openRequestOf } from '@/lib/review/information-requests';
import { messageCount } from '@/lib/review/my-messages';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { cancelledAppointmentOf } from '@/lib/scheduling/cancelled-appointment';
import { waitlistOf } from '@/lib/scheduling/waitlist-of';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { journeyFacts } from './journey-facts';
import { draftKeptUntil } from './tidy-drafts';
import { urgesSecondKey } from './urge-second-key';

/** An editorial change is told at home for so long; on the document itself it stands as long as it holds. */
const TOLD_FOR_DAYS = 30;
/** For so long after signing, home says that it is done. */
const JUST_MINUTES = 2;

/**
 * `copies`: what was signed, acknowledged or withdrawn, in the documents' order. `justSigned`: the last of them, when it
 * is new. `changed`: what of it has another text now, with what that asks of them. `notes`: how many of their own they
 * keep.
 * `asked`: what a clinician asked them for, and they have yet to send back.
 * `secondKeyUrged`: somebody else may read their mail. `wayInChanged`: how they get in was changed in these days.
 * `draftUntil`: what isn't sent is kept at least until then, and in which zone; null where nothing is about to end.
 * `cancelled`: the time they had, while they have no other. `letter`: the one that says they can't be taken on.
 */
export async function homeOf(actor: Actor & { kind: 'client' }) {
  return as(actor, async (tx) => {
    const clinic = await clinicOf(tx);
    const zone = await zoneOfClient(tx, actor.id, clinic.zone);
    const facts = await journeyFacts(tx, actor.id);
    const signatures = await signaturesOf(tx, actor.id);
    const copies = [];
    for (const slug of DOCUMENT_SLUGS) {
      const signed = signatures.find((each) => each.slug === slug);
      if (!signed) continue;
      const version = await currentVersion(tx, slug);
      copies.push({
        slug,
        title: version?.title ?? slug,
        signedAt: signed.signedAt,
        withdrawn: signed.kind === 'withdrawal',
        zone,
      });
    }
    const [latest] = copies
      .filter(({ withdrawn }) => !withdrawn)
      .sort((one, other) => other.signedAt.getTime() - one.signedAt.getTime());
    const justSigned =
      latest && clock.now().getTime() - latest.signedAt.getTime() < JUST_MINUTES * 60_000 ? latest : null;
    const appointment = await appointmentOf(tx, actor.id);
    const waitlist = await waitlistOf(tx, actor.id);
    const changedAt = await wayInChangedAt(tx, actor.id);
    return {
      facts,
      phone: clinic.phone,
      email: clinic.email,
      asked: await openRequestOf(tx, actor.id),
      messages: await messageCount(tx, actor.id),
      notes: await reflectionCount(tx, actor.id),
      copies,
      changed: facts.ended ? [] : changedDocuments(signatures, facts.about),
      costs: await costsAtHome(tx, actor.id, clinic),
      justSigned,
      zone,
      wayInChanged: changedAt && { at: changedAt, zone, phone: clinic.phone },
      secondKeyUrged: await urgesSecondKey(tx, actor.id),
      reference: (await newestIntake(tx, actor.id))?.reference ?? null,
      letter: await letterAtHome(tx, actor.id),
      waitlist,
      draftUntil: appointment || waitlist ? null : await keptAtHome(tx, actor.id, zone),
      appointment: appointment && { ...appointment, address: clinic.address },
      cancelled: appointment ? null : await cancelledAppointmentOf(tx, actor.id),
    };
  });
}

/** That it is there, and whether they have opened it; its words stand on its own page. */
async function letterAtHome(tx: Tx, clientId: string) {
  const letter = await letterOf(tx, clientId);
  return letter && { read: letter.readAt !== null };
}

export type Home = Awaited<ReturnType<typeof homeOf>>;

async function keptAtHome(tx: Tx, clientId: string, zone: string) {
  const at = await draftKeptUntil(tx, clientId);
  return at && { at, zone };
}

export type ChangedDocument = {
  slug: DocumentSlug;
  asks: 'nothing' | 'before-session' | 'first';
};

/** Of the documents that apply, in their order, those whose text is another than the one that was signed. */
function changedDocuments(
  signatures: readonly Signed[],
  about: Parameters<typeof documentsThatApply>[0],
): ChangedDocument[] {
  const since = clock.now().getTime() - TOLD_FOR_DAYS * 86_400_000;
  return documentsThatApply(about).flatMap(({ slug }): ChangedDocument[] => {
    const signed = signatures.find((each) => each.slug === slug);
    if (!signed?.changedAt) return [];
    const { standing, changedAt } = signed;
    if (asksAgain(standing)) return [{ slug, asks: standing === 'again-first' ? 'first' : 'before-session' }];
    return standing === 'holds-with-notice' && changedAt.getTime() > since ? [{ slug, asks: 'nothing' }] : [];
  });
}
