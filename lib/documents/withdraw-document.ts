// A client takes back what they signed: one sealed record more, nothing erased, and staff are told at once.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { documentVersion, signature, task } from '@/db/schema';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type Act, type Evidence, keepSignature } from '@/lib/documents/keep-signature';
import { lockSigner } from '@/lib/documents/lock-signer';
import { roundOf } from '@/lib/documents/newest-record';
import { signaturesOf } from '@/lib/documents/signatures';
import { clock } from '@/lib/env/clock';
import { addTask } from '@/lib/tasks/add-task';

/** `account`: whose page it was. `round`: how often they had withdrawn the document when it was made. */
export type Withdrawal = { slug: DocumentSlug; account: string; round: number };

export type Withdrawn =
  | { ok: true; withdrawalId: string }
  | { ok: false; reason: 'not-yours' | 'nothing-to-withdraw' };

/** Staffed hours until staff have seen it: somebody may be booked, or wait for paper. */
const HOURS = 4;

/**
 * The record names the signature it withdraws and the exact text that was signed. Withdrawing twice is one record.
 * What was only read or received stays as it is: there is nothing to take back.
 * Refused: `not-yours` (not a client, or the page was somebody else's), `nothing-to-withdraw`.
 */
export async function withdrawDocument(
  actor: Actor,
  { slug, account, round }: Withdrawal,
  evidence: Evidence,
): Promise<Withdrawn> {
  if (actor.kind !== 'client' || actor.id !== account) return { ok: false, reason: 'not-yours' };
  return as(actor, async (tx) => {
    await lockSigner(tx, actor.id);
    const before = await keptWithdrawal(tx, actor.id, slug, round);
    if (before) return { ok: true, withdrawalId: before };
    const signed = (await signaturesOf(tx, actor.id)).find((one) => one.slug === slug);
    const [version] = await tx
      .select()
      .from(documentVersion)
      .where(eq(documentVersion.id, signed?.versionId ?? actor.id));
    if (signed?.kind !== 'signature' || !version || round !== (await roundOf(tx, actor.id, slug)))
      return { ok: false, reason: 'nothing-to-withdraw' };
    const act: Act = { kind: 'withdrawal', boxesTicked: [], withdraws: signed.id, round };
    const withdrawalId = await keepSignature(tx, actor.id, version, act, evidence);
    await tellStaff(tx, actor.id, slug, withdrawalId);
    return { ok: true, withdrawalId };
  });
}

/** One task a client and document: where one still waits it is about the newest withdrawal, and due no later. */
async function tellStaff(tx: Tx, clientId: string, slug: string, withdrawalId: string) {
  const waiting = tx
    .select({ id: task.id })
    .from(task)
    .innerJoin(signature, eq(signature.id, task.aboutId))
    .where(
      and(
        eq(task.clientId, clientId),
        eq(task.kind, 'withdrawal'),
        isNull(task.doneAt),
        eq(signature.slug, slug),
      ),
    );
  const renewed = await tx
    .update(task)
    .set({ aboutId: withdrawalId })
    .where(and(inArray(task.id, waiting), isNull(task.doneAt)))
    .returning({ id: task.id });
  if (renewed.length > 0) return;
  const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS);
  await addTask(tx, { kind: 'withdrawal', clientId, aboutId: withdrawalId, dueAt });
}

/** The withdrawal that ended this round, or null. */
async function keptWithdrawal(tx: Tx, clientId: string, slug: string, round: number): Promise<string | null> {
  const [row] = await tx
    .select({ id: signature.id })
    .from(signature)
    .where(
      and(
        eq(signature.clientId, clientId),
        eq(signature.slug, slug),
        eq(signature.round, round),
        eq(signature.kind, 'withdrawal'),
      ),
    );
  return row?.id ?? null;
}
