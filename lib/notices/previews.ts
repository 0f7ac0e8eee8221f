// Every mail as it would be read, by what somebody chose: worded by the very function that words what is sent.

import { eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { account } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { settings } from '@/lib/env/settings';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { zoneOfClient } from '@/lib/scheduling/zone-of-client';
import { catalogue, NOTICE_KINDS, type NoticeKind } from './catalogue';
import { type Composed, compose } from './compose';
import { exampleFacts } from './example-facts';
import { mailPermissions, whyNot } from './may-mail';
import { type Locale, localeFor } from './words';

export type Preview = Composed & {
  kind: NoticeKind;
  /** Why it would not be sent, as things stand; null when it would. */
  not: ReturnType<typeof whyNot>;
};

/** `from` as an inbox shows it. */
export type Previews = { from: string; ownInbox: boolean; mails: Preview[] };

type Reader = { ownInbox: boolean; locale: Locale; appointment: { startsAt: Date; zone: string } };

/** What this client would get, by what they have said until now, with the time they really have if there is one. */
export function previewsForClient(actor: Actor & { kind: 'client' }): Promise<Previews> {
  return as(actor, async (tx) => {
    const may = await mailPermissions(tx, actor.id);
    const [own] = await tx.select({ locale: account.locale }).from(account).where(eq(account.id, actor.id));
    const { zone } = await clinicOf(tx);
    const appointment = (await appointmentOf(tx, actor.id)) ?? {
      startsAt: inAWeek(),
      zone: await zoneOfClient(tx, actor.id, zone),
    };
    const reader = { ownInbox: may.ownInbox, locale: localeFor(own?.locale ?? ''), appointment };
    const kinds = NOTICE_KINDS.filter((kind) => catalogue[kind].to !== 'staff');
    return all(tx, kinds, reader, (kind) => whyNot(catalogue[kind].needs, may));
  });
}

/** Every mail there is, as somebody gets it who wants all of them, in an inbox of their own or one that others read. */
export function previewsForStaff(
  actor: Extract<Actor, { kind: 'staff' }>,
  ownInbox: boolean,
): Promise<Previews> {
  return as(actor, async (tx) => {
    const { zone } = await clinicOf(tx);
    const reader = { ownInbox, locale: localeFor(''), appointment: { startsAt: inAWeek(), zone } };
    return all(tx, NOTICE_KINDS, reader, () => null);
  });
}

async function all(tx: Tx, kinds: NoticeKind[], reader: Reader, not: (kind: NoticeKind) => Preview['not']) {
  const { shortName } = await clinicOf(tx);
  const mails = await Promise.all(
    kinds.map(async (kind) => ({
      kind,
      not: not(kind),
      ...(await compose(kind, exampleFacts(kind, reader), { locale: reader.locale, shortName })),
    })),
  );
  return { from: settings.mail.from, ownInbox: reader.ownInbox, mails };
}

const WEEK = 7 * 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** At a full hour, as appointments are. */
const inAWeek = () => new Date(Math.ceil((clock.now().getTime() + WEEK) / HOUR) * HOUR);
