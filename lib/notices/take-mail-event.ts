// A mail came back, or its reader complained: written down once; staff are told of an address that can't be reached, and a complaint is heeded.
import { and, eq, isNull, or } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { account, notice, task, unwantedMail, webhookEvent } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { afterStaffedHours } from '@/lib/clinic/staffed-hours';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import { addTask } from '@/lib/tasks/add-task';
import { emailIndex } from '@/lib/vault/indexes';
import { NOTICE_TAG } from './adapters/resend';
import { HOURS_FOR_MAIL } from './give-up';

export type MailEvent = {
  type: string;
  data: {
    email_id: string;
    to: string[];
    tags?: Record<string, string> | undefined;
    bounce?: { type: string; subType: string } | undefined;
  };
};

/** What is heeded. `suppressed`: it came back before, and so is not sent any more. All else is no concern of ours. */
const ENDS: Record<string, 'bounced' | 'complained'> = {
  'email.bounced': 'bounced',
  'email.failed': 'bounced',
  'email.suppressed': 'bounced',
  'email.complained': 'complained',
};

/** `again`: this event (`eventId`) was taken before. `ignored`: it is none of these, or about no mail of ours. */
export async function takeMailEvent(
  eventId: string,
  { type, data }: MailEvent,
): Promise<'taken' | 'again' | 'ignored'> {
  const state = Object.hasOwn(ENDS, type) ? ENDS[type] : undefined;
  if (!state) return 'ignored';
  return as({ kind: 'job', name: 'mail-event' }, async (tx) => {
    const now = clock.now();
    const first = await tx
      .insert(webhookEvent)
      .values({ id: eventId, receivedAt: now })
      .onConflictDoNothing()
      .returning({ id: webhookEvent.id });
    if (first.length === 0) return 'again';
    const row = await noticeOf(tx, data);
    if (!row) return 'ignored';
    const failure = state === 'bounced' ? `it came back: ${inOurWords(type, data)}` : null;
    const ends = {
      state,
      endedAt: now,
      nextTryAt: null,
      providerId: data.email_id,
      ...(failure && { failure }),
    };
    const ended = await tx
      .update(notice)
      .set({ ...ends, sentAt: row.sentAt ?? now })
      // A complaint is worse than all before it; what came back stays so.
      .where(and(eq(notice.id, row.id), oneOf(notice.state, endsBefore[state])))
      .returning({ id: notice.id });
    const address = data.to[0] ? emailIndex(data.to[0]) : null;
    if (address && state === 'complained') await heedComplaint(tx, address);
    const whose = address ? await ownerOf(tx, address) : null;
    if (ended.length > 0 && whose && state === 'bounced') await tellStaff(tx, row.id, whose);
    if (ended.length > 0)
      await record(tx, {
        event: `mail.${state}`,
        subject: whose?.id ?? 'clinic',
        detail: { notice: row.id },
      });
    return 'taken';
  });
}

const endsBefore = {
  bounced: ['queued', 'sent', 'gave-up'],
  complained: ['queued', 'sent', 'gave-up', 'bounced'],
} as const;

/** The provider's id may come back sooner than it is written down; the tag is there from the beginning. */
async function noticeOf(tx: Tx, { email_id, tags }: MailEvent['data']) {
  const tagged = tags?.[NOTICE_TAG] ?? '';
  const [row] = await tx
    .select()
    .from(notice)
    .where(or(eq(notice.providerId, email_id), isId(tagged) ? eq(notice.id, tagged) : undefined))
    .limit(1);
  return row;
}

/** Their words may hold the address: only the two that name a kind, if they do. */
function inOurWords(type: string, { bounce }: MailEvent['data']): string {
  const kinds = bounce ? [bounce.type, bounce.subType] : [type.replace('email.', '')];
  return kinds.filter((kind) => /^[A-Za-z]{1,30}$/.test(kind)).join(', ') || 'no reason given';
}

const heedComplaint = (tx: Tx, index: string) =>
  tx.insert(unwantedMail).values({ emailIndex: index, since: clock.now() }).onConflictDoNothing();

/** Whose way in this address is just now; one that was left, or typed wrong, is nobody's. */
async function ownerOf(tx: Tx, index: string) {
  const [owner] = await tx
    .select({ id: account.id, kind: account.kind })
    .from(account)
    .where(and(eq(account.emailIndex, index), isNull(account.disabledAt)));
  return owner ?? null;
}

/** Once while it is open: who can't be reached by mail can't sign in with a code either. */
async function tellStaff(tx: Tx, noticeId: string, { id, kind }: { id: string; kind: string }) {
  const clientId = kind === 'client' ? id : null;
  const [open] = clientId
    ? await tx
        .select({ id: task.id })
        .from(task)
        .where(and(eq(task.kind, 'notice-bounced'), eq(task.clientId, clientId), isNull(task.doneAt)))
    : [];
  if (open) return;
  const dueAt = afterStaffedHours(await clinicOf(tx), clock.now(), HOURS_FOR_MAIL);
  await addTask(tx, { kind: 'notice-bounced', aboutId: noticeId, dueAt, ...(clientId && { clientId }) });
}
