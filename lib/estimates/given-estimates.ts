// The estimates a client was given, opened and checked against their seals: all are kept, the newest counts.
import { desc, eq } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { estimate, estimateDiagnosis, staffMember } from '@/db/schema';
import { ownKeys } from '@/lib/documents/own-keys';
import { isOnTheCase } from '@/lib/review/on-the-case';
import type { EstimateContents } from './estimate-contents';
import type { SaltedContents, SaltedDiagnosis } from './seal-estimate';
import { type Kept, storedEstimate } from './stored-estimate';
import { faultsOfEstimate } from './verify-estimate';

/** When, by whom and for which appointment: as it was sealed, whatever the row says; of a broken seal, the row's. */
export type GivenEstimate = {
  id: string;
  clientId: string;
  number: number;
  givenAt: Date;
  givenBy: string;
  appointmentId: string | null;
  /** Null once the client was erased. */
  contents: EstimateContents | null;
  /** Null when it has none, and for who may not read it. */
  diagnosis: string | null;
  /** Nothing about it fails to hold (`verify-estimate.ts`): the seal, the row, what it says, its code. */
  holds: boolean;
  sha256: string;
  seal: string;
  keyId: string;
};

/** The newest first. The caller's policies decide whose they may read. */
export async function givenEstimates(tx: Tx, reader: Actor, clientId: string): Promise<GivenEstimate[]> {
  const rows = await tx
    .select({ estimate, diagnosis: estimateDiagnosis })
    .from(estimate)
    .leftJoin(estimateDiagnosis, eq(estimateDiagnosis.estimateId, estimate.id))
    .where(eq(estimate.clientId, clientId))
    .orderBy(desc(estimate.number));
  return openedEstimates(
    tx,
    rows,
    reader.kind === 'client' || (reader.kind === 'staff' && (await isOnTheCase(tx, reader, { clientId }))),
  );
}

/** In the order of `rows`. `readsCode`: whether diagnosis codes are for whoever asks. */
export async function openedEstimates(
  tx: Tx,
  rows: readonly Kept[],
  readsCode: boolean,
): Promise<GivenEstimate[]> {
  const given: GivenEstimate[] = [];
  for (const row of rows) given.push(await opened(tx, row, readsCode));
  const names = await namesOf(
    tx,
    given.map(({ givenBy }) => givenBy),
  );
  return given.map((one) => ({ ...one, givenBy: names.get(one.givenBy) ?? '' }));
}

/** `givenBy` is an id yet. */
async function opened(tx: Tx, row: Kept, readsCode: boolean): Promise<GivenEstimate> {
  const { stored, record, contents, code } = await storedEstimate(tx, row, readsCode);
  const { id, account, number, sha256, seal, keyId } = stored;
  const said = record ?? stored;
  return {
    ...{ id, number, sha256, seal, keyId, clientId: account },
    ...{ givenAt: new Date(said.givenAt), givenBy: said.givenBy },
    appointmentId: said.appointment === undefined ? stored.appointment : said.appointment,
    contents: contents === null ? null : withoutSalt(JSON.parse(contents)),
    diagnosis: code === null ? null : (JSON.parse(code) as SaltedDiagnosis).code,
    holds: contents !== null && faultsOfEstimate(stored, ownKeys()).length === 0,
  };
}

async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const staff = await tx
    .select({ id: staffMember.id, name: staffMember.name })
    .from(staffMember)
    .where(oneOf(staffMember.id, ids));
  return new Map(staff.map(({ id, name }) => [id, name]));
}

const withoutSalt = ({ salt: _, ...contents }: SaltedContents): EstimateContents => contents;

/** A client's own, the newest first. */
export const ownEstimates = (actor: Extract<Actor, { kind: 'client' }>): Promise<GivenEstimate[]> =>
  as(actor, (tx) => givenEstimates(tx, actor, actor.id));
