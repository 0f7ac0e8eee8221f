// The estimates a client was given, opened and checked against their seals: all are kept, the newest counts.
import { desc, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { estimate, estimateDiagnosis, staffMember } from '@/db/schema';
import { settings } from '@/lib/env/settings';
import { openFor } from '@/lib/vault/keys';
import { Unreadable } from '@/lib/vault/seal';
import type { EstimateContents } from './estimate-contents';
import { estimateHolds, type SaltedContents, type SaltedDiagnosis } from './seal-estimate';

export type GivenEstimate = {
  id: string;
  number: number;
  givenAt: Date;
  givenBy: string;
  appointmentId: string | null;
  /** Null once the client was erased. */
  contents: EstimateContents | null;
  /** Null when it has none, and for who may not read it. */
  diagnosis: string | null;
  /** The seal holds, and what it says is what was given. */
  holds: boolean;
  sha256: string;
  seal: string;
  keyId: string;
};

export const contentsPlace = (row: string) => ({ table: 'estimate', column: 'contents', row });
export const diagnosisPlace = (row: string) => ({ table: 'estimate_diagnosis', column: 'code', row });

/** The newest first. The caller's policies decide whose they may read. */
export async function givenEstimates(tx: Tx, clientId: string): Promise<GivenEstimate[]> {
  const rows = await tx
    .select({ estimate, code: estimateDiagnosis.code, givenByName: staffMember.name })
    .from(estimate)
    .innerJoin(staffMember, eq(staffMember.id, estimate.givenBy))
    .leftJoin(estimateDiagnosis, eq(estimateDiagnosis.estimateId, estimate.id))
    .where(eq(estimate.clientId, clientId))
    .orderBy(desc(estimate.number));
  const given: GivenEstimate[] = [];
  for (const row of rows) given.push(await opened(tx, row));
  return given;
}

type Row = { estimate: typeof estimate.$inferSelect; code: string | null; givenByName: string };

export async function opened(tx: Tx, { estimate: row, code, givenByName }: Row): Promise<GivenEstimate> {
  const { id, clientId, number, givenAt, appointmentId, sha256, seal, keyId } = row;
  const contents = await openedFor(tx, clientId, contentsPlace(id), row.contents);
  const diagnosis = code && (await openedFor(tx, clientId, diagnosisPlace(id), code));
  return {
    ...{ id, number, givenAt, appointmentId, sha256, seal, keyId, givenBy: givenByName },
    contents: contents === null ? null : withoutSalt(JSON.parse(contents)),
    diagnosis: diagnosis ? (JSON.parse(diagnosis) as SaltedDiagnosis).code : null,
    holds: contents !== null && estimateHolds(row, contents, diagnosis, settings.signingKey.publicKey),
  };
}

const withoutSalt = ({ salt: _, ...contents }: SaltedContents): EstimateContents => contents;

/** Null when it doesn't open: erased, or not what was kept. */
async function openedFor(tx: Tx, clientId: string, place: ReturnType<typeof contentsPlace>, sealed: string) {
  try {
    return await openFor(tx, clientId, place, sealed);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** A client's own, the newest first. */
export const ownEstimates = (actor: Extract<Actor, { kind: 'client' }>): Promise<GivenEstimate[]> =>
  as(actor, (tx) => givenEstimates(tx, actor.id));
