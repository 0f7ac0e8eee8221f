// Exports of a test's own database, what verifying them finds, and hands behind the app's back that no policy holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type postgres from 'postgres';
import { as } from '@/db/client';
import { record } from '@/lib/audit/record';
import { hashOf } from '@/lib/audit/verify-chain';
import { ownKeys } from '@/lib/documents/own-keys';
import { newId } from '@/lib/env/ids';
import { exportEvidence } from '@/lib/evidence/export-evidence';
import type { Finding } from '@/lib/evidence/findings';
import { writeCheckpoint } from '@/lib/evidence/keep-checkpoint';
import { verifyEvidence } from '@/lib/evidence/verify-evidence';

const folder = mkdtempSync(join(tmpdir(), 'foyer-evidence-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const newFile = () => join(folder, `${newId()}.jsonl`);

export async function anExport({ personal = false } = {}): Promise<string> {
  const path = newFile();
  await exportEvidence(path, { personal });
  return path;
}

export async function aCheckpoint(): Promise<string> {
  const path = newFile();
  await writeCheckpoint(path);
  return path;
}

/** The clinic's own public key, as a reader holds it. */
export const ourKeys = ownKeys;

/** The key that opened what was theirs is deleted, as an erasure does, and the record says so. */
export async function erase(sql: postgres.Sql, client: { id: string }) {
  await sql`delete from vault_key where subject_id = ${client.id}`;
  await as({ kind: 'job', name: 'test' }, (tx) =>
    record(tx, { event: 'account.forgotten', subject: client.id, detail: { keepsAccount: false } }),
  );
}

/** Everything that an export made now says does not hold about this client: signatures, estimates, and their chain. */
export async function foundAbout(
  client: { id: string },
  { personal = false, earlier = [] as string[] } = {},
) {
  const { findings } = await verifyEvidence(await anExport({ personal }), ourKeys(), earlier);
  return findings.filter((finding) => isAbout(finding, client.id));
}

const isAbout = (finding: Finding, id: string) =>
  ((finding.about === 'signature' || finding.about === 'estimate') && finding.account === id) ||
  (finding.about === 'chain' && finding.subject === id);

/** What an owner of the database does who has taken the triggers away. */
export function behindTheBack<T>(sql: postgres.Sql, work: (tx: postgres.TransactionSql) => Promise<T>) {
  return sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    return work(tx);
  });
}

/** Takes events out of a chain and links the rest anew, heads included, so that nothing in the database contradicts it. */
export async function rewriteChain(
  tx: postgres.TransactionSql,
  subject: string,
  keeps: (event: { seq: number; event: string }) => boolean,
) {
  const rows = await tx`
    select id, subject, seq, at, actor_kind as "actorKind", actor_id as "actorId", event, detail, session_id as "sessionId", prev_hash as "prevHash", hash
    from audit_event where subject = ${subject} order by seq`;
  await tx`delete from audit_event where subject = ${subject}`;
  let last = { seq: 0, hash: '' };
  for (const row of rows.filter((each) => keeps({ seq: each.seq, event: each.event }))) {
    const { id, actorKind, actorId, event, detail, sessionId } = row;
    const link = {
      ...{ id, actorKind, actorId, event, detail, sessionId },
      subject,
      seq: last.seq + 1,
      at: row.at.toISOString(),
      prevHash: last.hash,
      hash: '',
    };
    last = { seq: link.seq, hash: hashOf(link) };
    await tx`insert into audit_event (id, subject, seq, at, actor_kind, actor_id, event, detail, session_id, prev_hash, hash)
      values (${id}, ${subject}, ${last.seq}, ${link.at}, ${actorKind}, ${actorId}, ${event}, ${detail}, ${sessionId}, ${link.prevHash}, ${last.hash})`;
  }
  if (last.seq === 0) await tx`delete from audit_head where subject = ${subject}`;
  else await tx`update audit_head set seq = ${last.seq}, hash = ${last.hash} where subject = ${subject}`;
}
