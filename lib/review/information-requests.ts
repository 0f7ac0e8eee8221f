// What clinicians asked a client for after the forms were sent, opened for whoever may read it.
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { informationRequest, staffMember } from '@/db/schema';
import { openFor } from '@/lib/vault/keys';

export type InformationRequest = {
  id: string;
  questions: string[];
  message: string;
  from: string;
  askedAt: Date;
  endedAt: Date | null;
  /** `client`: it was answered. `staff`: somebody went on without. */
  endedBy: 'client' | 'staff' | null;
  reply: string | null;
};

/** Where a request's words are sealed, under the client's key. */
export const requestPlace = (column: 'message' | 'reply', row: string) => ({
  table: 'information_request',
  column,
  row,
});

type Row = { request: typeof informationRequest.$inferSelect; from: string };

/** Of one submission, the newest first. */
export async function informationRequests(tx: Tx, submissionId: string): Promise<InformationRequest[]> {
  const rows = await tx
    .select({ request: informationRequest, from: staffMember.name })
    .from(informationRequest)
    .innerJoin(staffMember, eq(staffMember.id, informationRequest.askedBy))
    .where(eq(informationRequest.submissionId, submissionId))
    .orderBy(desc(informationRequest.askedAt));
  return Promise.all(rows.map((row) => opened(tx, row)));
}

/** The one a client has yet to answer; null when nothing is asked. */
export async function openRequestOf(tx: Tx, clientId: string): Promise<InformationRequest | null> {
  const [row] = await tx
    .select({ request: informationRequest, from: staffMember.name })
    .from(informationRequest)
    .innerJoin(staffMember, eq(staffMember.id, informationRequest.askedBy))
    .where(and(eq(informationRequest.clientId, clientId), isNull(informationRequest.endedAt)))
    .limit(1);
  return row ? opened(tx, row) : null;
}

async function opened(tx: Tx, { request, from }: Row): Promise<InformationRequest> {
  const { id, clientId, questions, message, reply, askedAt, endedAt, endedBy } = request;
  return {
    ...{ id, questions, from, askedAt, endedAt, endedBy },
    message: await openFor(tx, clientId, requestPlace('message', id), message),
    reply: reply === null ? null : await openFor(tx, clientId, requestPlace('reply', id), reply),
  };
}
