// What was sent, what was not and why, the newest first: by kind and state, to nobody by name. Having looked is one line in the record.
import { and, count, desc, eq, sql } from 'drizzle-orm';
import { type Actor, as, type Tx } from '@/db/client';
import { NOTICE_STATES, notice } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { isReference } from '@/lib/env/ids';
import { isNoticeKind, type NoticeKind } from './catalogue';

type Staff = Extract<Actor, { kind: 'staff' }>;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICES_A_PAGE = 50;

export type SentNotice = Pick<
  typeof notice.$inferSelect,
  | 'reference'
  | 'state'
  | 'createdAt'
  | 'sentAt'
  | 'endedAt'
  | 'nextTryAt'
  | 'tries'
  | 'failure'
  | 'withheldBecause'
> & { kind: NoticeKind };

export type SentNotices = {
  rows: SentNotice[];
  /** How many there are of each state, whatever is shown. */
  counts: Record<NoticeState, number>;
  shown: { state: NoticeState | null; kind: NoticeKind | null };
  /** The reference after which the next page begins; null on the last. */
  next: string | null;
  zone: string;
};

/** Raw, as in the address: what makes no sense is ignored. */
type Asked = { state?: string | undefined; kind?: string | undefined; after?: string | undefined };

export async function readNoticesSent(actor: Staff, asked: Asked): Promise<SentNotices> {
  const state = NOTICE_STATES.find((each) => each === asked.state) ?? null;
  const kind = asked.kind && isNoticeKind(asked.kind) ? asked.kind : null;
  return as(actor, async (tx) => {
    const place = await placeOf(tx, asked.after);
    const found = await tx
      .select()
      .from(notice)
      .where(
        and(
          state ? eq(notice.state, state) : undefined,
          kind ? eq(notice.kind, kind) : undefined,
          place &&
            sql`(${notice.createdAt}, ${notice.id}) < (${place.createdAt.toISOString()}::timestamptz, ${place.id}::uuid)`,
        ),
      )
      .orderBy(desc(notice.createdAt), desc(notice.id))
      .limit(NOTICES_A_PAGE + 1);
    const rows = found.slice(0, NOTICES_A_PAGE);
    const counts = await tx.select({ state: notice.state, many: count() }).from(notice).groupBy(notice.state);
    const { zone } = await clinicOf(tx);
    await record(tx, {
      event: 'mail.listed',
      subject: 'clinic',
      detail: {
        ...{ state, kind, shown: rows.length },
        // Of staff too: whose account it is says which.
        clients: [...new Set(rows.flatMap(({ accountId }) => accountId ?? []))],
      },
    });
    return {
      rows: rows.flatMap((row) => (isNoticeKind(row.kind) ? [{ ...row, kind: row.kind }] : [])),
      counts: Object.fromEntries(
        NOTICE_STATES.map((each) => [each, counts.find((one) => one.state === each)?.many ?? 0]),
      ) as Record<NoticeState, number>,
      shown: { state, kind },
      next: found.length > NOTICES_A_PAGE ? (rows.at(-1)?.reference ?? null) : null,
      zone,
    };
  });
}

/** Where the mail of the last reference seen stands; nothing for the first page, and where it was never one of ours. */
async function placeOf(tx: Tx, after: string | undefined) {
  if (!after || !isReference(after)) return undefined;
  const [row] = await tx
    .select({ id: notice.id, createdAt: notice.createdAt })
    .from(notice)
    .where(eq(notice.reference, after));
  return row;
}
