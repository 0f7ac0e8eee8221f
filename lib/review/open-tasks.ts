// What staff have to do, whatever it is, the soonest due first: for whom, by when, and where it is dealt with. Having looked is one line in the record.
import { and, asc, count, eq, gt, isNull, or } from 'drizzle-orm';
import { as } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { notice, staffMember, task } from '@/db/schema';
import { record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { isId } from '@/lib/env/ids';
import type { TaskKind } from '@/lib/tasks/add-task';
import { clientsToRecover } from './clients-to-recover';
import type { Staff } from './submission-by-reference';

/** What stands on this page, and where each is seen to. `client` is their reference, `mail` that of a mail, `colleague` of who left. */
const DEALT_WITH = {
  question: () => '/staff/questions',
  withdrawal: () => '/staff/questions',
  correction: () => '/staff/questions',
  information: () => '/staff/questions',
  estimate: ({ client }) => (client ? `/staff/estimates/${client}` : '/staff/estimates'),
  recovery: () => '/staff/recoveries',
  'time-wanted': ({ client }) => (client ? `/staff/submissions/${client}` : '/staff'),
  'letter-untold': ({ client }) => (client ? `/staff/submissions/${client}#ended` : '/staff'),
  'question-untold': ({ client }) => (client ? `/staff/submissions/${client}#asked` : '/staff'),
  'notice-gave-up': ({ mail }) => (mail ? `/staff/messages/${mail}` : '/staff/messages'),
  'notice-bounced': ({ mail }) => (mail ? `/staff/messages/${mail}` : '/staff/messages'),
  handover: ({ colleague }) => (colleague ? `/staff/team/${colleague}/left` : '/staff/tasks'),
} satisfies Record<TaskKind, (about: About) => string>;

type About = { client?: string; mail?: string; colleague?: string };

export type OpenTaskKind = keyof typeof DEALT_WITH;
export const OPEN_TASK_KINDS = Object.keys(DEALT_WITH) as OpenTaskKind[];

export type OpenTask = {
  id: string;
  kind: OpenTaskKind;
  dueAt: Date;
  late: boolean;
  /** Null where it is about nobody, such as a mail to a member of staff. */
  who: { reference: string; name: string | null } | null;
  href: string;
};

export const TASKS_A_PAGE = 50;

export type OpenTasks = {
  tasks: OpenTask[];
  shown: OpenTaskKind | null;
  counts: Record<OpenTaskKind, number>;
  next: string | null;
  zone: string;
};

/** Raw, as in the address: what makes no sense is ignored. */
type Asked = { kind?: string | undefined; after?: string | undefined };

export async function readOpenTasks(actor: Staff, asked: Asked): Promise<OpenTasks> {
  const shown = OPEN_TASK_KINDS.find((kind) => kind === asked.kind) ?? null;
  return as(actor, async (tx) => {
    const open = isNull(task.doneAt);
    const found = await tx
      .select({
        id: task.id,
        kind: task.kind,
        clientId: task.clientId,
        dueAt: task.dueAt,
        mail: notice.reference,
        colleague: staffMember.reference,
      })
      .from(task)
      .leftJoin(notice, eq(notice.id, task.aboutId))
      .leftJoin(staffMember, eq(staffMember.id, task.aboutId))
      .where(and(open, oneOf(task.kind, shown ? [shown] : OPEN_TASK_KINDS), isAfter(asked.after)))
      .orderBy(asc(task.dueAt), asc(task.id))
      .limit(TASKS_A_PAGE + 1);
    const page = found.slice(0, TASKS_A_PAGE);
    const people = await clientsToRecover(
      tx,
      page.flatMap(({ clientId }) => clientId ?? []),
    );
    const counted = await tx
      .select({ kind: task.kind, many: count() })
      .from(task)
      .where(open)
      .groupBy(task.kind);
    const { zone } = await clinicOf(tx);
    await record(tx, {
      event: 'task.listed',
      subject: 'clinic',
      detail: { tasks: page.map(({ id }) => id), clients: [...people.keys()] },
    });
    const last = found.length > TASKS_A_PAGE ? page.at(-1) : undefined;
    return {
      tasks: page.map(({ id, kind, clientId, dueAt, mail, colleague }) => {
        const person = clientId ? people.get(clientId) : undefined;
        const which = {
          ...(person && { client: person.reference }),
          ...(mail && { mail }),
          ...(colleague && { colleague }),
        };
        const who = person ? { reference: person.reference, name: person.name } : null;
        return {
          id,
          kind: kind as OpenTaskKind,
          dueAt,
          late: dueAt < clock.now(),
          who,
          href: hrefOf(kind, which),
        };
      }),
      shown,
      counts: Object.fromEntries(
        OPEN_TASK_KINDS.map((kind) => [kind, counted.find((each) => each.kind === kind)?.many ?? 0]),
      ) as Record<OpenTaskKind, number>,
      next: last ? `${last.dueAt.getTime()}-${last.id}` : null,
      zone,
    };
  });
}

const hrefOf = (kind: string, about: About) => DEALT_WITH[kind as OpenTaskKind](about);

/** By the last one seen, so that nobody is skipped while others are seen to. */
function isAfter(place: string | undefined) {
  const [, at, id = ''] = /^(\d{1,14})-(.{36})$/.exec(place ?? '') ?? [];
  if (!at || !isId(id)) return undefined;
  const dueAt = new Date(Number(at));
  return or(gt(task.dueAt, dueAt), and(eq(task.dueAt, dueAt), gt(task.id, id)));
}
