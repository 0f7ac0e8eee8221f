// A made-up clinic with its documents published, and made-up clients who have come as far as the documents.
import { as, type Tx } from '@/db/client';
import { answer, clinicSetting, documentVersion, sectionConfirmation, submission } from '@/db/schema';
import { makeClient } from '@/lib/accounts/make-account';
import type { Clinic } from '@/lib/clinic/clinic';
import { currentVersion } from '@/lib/documents/current-version';
import { defaultTexts } from '@/lib/documents/default-texts';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { factsOfClinic } from '@/lib/documents/facts-of-clinic';
import { roundOf } from '@/lib/documents/newest-record';
import { publishDefaults } from '@/lib/documents/publish-defaults';
import { publishedText } from '@/lib/documents/published-text';
import { signDocument } from '@/lib/documents/sign-document';
import { withdrawDocument } from '@/lib/documents/withdraw-document';
import { clock } from '@/lib/env/clock';
import { newId, newReference } from '@/lib/env/ids';
import { emailIndex } from '@/lib/vault/indexes';
import { sealFor } from '@/lib/vault/keys';

export const admin = { kind: 'staff', id: newId(), roles: ['admin'] } as const;

const clinic: Clinic = {
  name: 'Harbour Practice',
  shortName: 'Harbour Practice',
  address: '1 Harbour Street, Example Town',
  phone: '555 0100',
  email: 'hello@clinic.example',
  country: 'US',
  zone: 'America/New_York',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' })),
  holidays: [],
  licence: 'Every therapist here holds a licence in the state where they work.',
  taxId: '00-0000000',
  npi: '0000000000',
  fees: [{ code: '90834', service: 'Session', minutes: 45, cents: 18_000 }],
  currency: 'USD',
  offerHours: 12,
  cancellationHours: 24,
  packsOff: [],
  recoverySteps: ['called-back', 'birth-date'],
};

/** The clinic's settings and its eight documents; again is no harm. */
export async function openClinic() {
  await as(admin, (tx) =>
    tx.insert(clinicSetting).values({ data: clinic, changedAt: clock.now() }).onConflictDoNothing(),
  );
  return publishDefaults(admin);
}

/** Publishes a new version of a document with another body. */
export async function publishAnother(
  slug: DocumentSlug,
  changeClass: 'editorial' | 'material' | 'legal',
  body: string,
) {
  await as(admin, async (tx) => {
    const before = await currentVersion(tx, slug);
    const text = publishedText({ ...defaultTexts[slug], body }, factsOfClinic(clinic, clock.now()));
    const version = { id: newId(), slug, locale: 'en', version: (before?.version ?? 0) + 1 };
    await tx
      .insert(documentVersion)
      .values({ ...version, ...text, changeClass, publishedAt: clock.now(), publishedBy: admin.id });
  });
}

const FIRST_ANSWERS = {
  A1: 'only-me',
  A8: 'US',
  'A8-us': 'US-CA',
  B1: 'Sam',
  B2: 'Samantha Made-Up',
  B3: '1985-03-27',
  B10: 'self-pay',
  C8: 'alone',
  format: 'video',
};

type Answers = { A4?: string; B1?: string; B2?: string; C8?: string; format?: string };

/** A client who has answered the first questions. */
export async function madeUpClient(answers: Answers = {}, { confirmed = true } = {}) {
  const address = `${newReference().toLowerCase()}@made-up.example`;
  const id = await as({ kind: 'bearer', secret: emailIndex(address) }, (tx) => makeClient(tx, address));
  const actor = { kind: 'client', id } as const;
  const given = { ...FIRST_ANSWERS, ...answers };
  await as(actor, (tx) => beginIntake(tx, id, given, confirmed));
  return actor;
}

async function beginIntake(tx: Tx, clientId: string, given: Answers, confirmed: boolean) {
  const now = clock.now();
  const submissionId = newId();
  const intake = { id: submissionId, reference: newReference(), clientId, definitionVersion: '1' };
  await tx.insert(submission).values({ ...intake, createdAt: now, changedAt: now });
  for (const [question, value] of Object.entries(given)) {
    const id = newId();
    const place = { table: 'answer', column: 'value', row: id };
    await tx.insert(answer).values({
      id,
      submissionId,
      clientId,
      question,
      revision: 1,
      definitionVersion: '1',
      locale: 'en',
      audience: 'all-staff',
      value: await sealFor(tx, clientId, place, JSON.stringify({ state: 'answered', value })),
      answeredAt: now,
    });
  }
  if (confirmed)
    await tx.insert(sectionConfirmation).values({ submissionId, clientId, section: '1', confirmedAt: now });
}

export const evidence = {
  ip: '192.0.2.7',
  userAgent: 'Made-up browser 1.0',
  signedInAt: new Date('2026-01-02T03:04:05.678Z'),
  signedInBy: 'code',
};

type Changes = {
  account?: string;
  round?: number;
  sha256?: string;
  typedName?: string;
  boxes?: string[];
  sampleWord?: string;
  secondKey?: string;
};

/** Withdraws as the page would post it, but for `changes`. */
export async function withdraw(
  actor: { kind: 'client'; id: string },
  slug: DocumentSlug,
  changes: { account?: string; round?: number } = {},
) {
  const round = await as(actor, (tx) => roundOf(tx, actor.id, slug));
  return withdrawDocument(actor, { slug, account: actor.id, round, ...changes }, evidence);
}

/** Signs as the page would post it, but for `changes`. */
export async function sign(actor: { kind: 'client'; id: string }, slug: DocumentSlug, changes: Changes = {}) {
  const { secondKey, ...changed } = changes;
  const [version, round] = await as(actor, async (tx) => [
    await currentVersion(tx, slug),
    await roundOf(tx, actor.id, slug),
  ]);
  const boxes = defaultTexts[slug].boxes.filter((box) => !box.mayStayEmpty).map((box) => box.id);
  const form = {
    account: actor.id,
    round,
    sha256: version?.sha256 ?? '',
    typedName: 'Sam',
    boxes,
    sampleWord: 'lantern',
  };
  return signDocument(actor, { slug, ...form, ...changed }, { ...evidence, ...(secondKey && { secondKey }) });
}
