// Every status a submission can have, and every change of it: what it is called, who may make it, what the record says.
import type { Actor, Role } from '@/db/client';
import type { AuditEventName } from '@/lib/audit/events';

export const STATUSES = [
  'draft',
  'submitted',
  'in-review',
  'information-wanted',
  'accepted',
  'assigned',
  'declined',
  'closed',
] as const;

export type Status = (typeof STATUSES)[number];

type Transition = {
  from: Status;
  to: Status;
  verb: string;
  /** A client means the one whose submission it is. */
  who: 'client' | readonly Role[];
  event: AuditEventName;
};

const CLINICAL = ['clinician', 'lead'] as const;

/** The whole table: what is not in it cannot happen. */
export const TRANSITIONS = [
  { from: 'draft', to: 'submitted', verb: 'send', who: 'client', event: 'submission.sent' },
  {
    from: 'submitted',
    to: 'in-review',
    verb: 'begin-review',
    who: CLINICAL,
    event: 'submission.review-begun',
  },
  {
    from: 'in-review',
    to: 'information-wanted',
    verb: 'ask-for-more',
    who: CLINICAL,
    event: 'submission.information-wanted',
  },
  {
    from: 'information-wanted',
    to: 'in-review',
    verb: 'give-more',
    who: 'client',
    event: 'submission.information-given',
  },
  {
    from: 'information-wanted',
    to: 'in-review',
    verb: 'go-on-without',
    who: CLINICAL,
    event: 'submission.review-begun',
  },
  { from: 'in-review', to: 'accepted', verb: 'accept', who: CLINICAL, event: 'submission.accepted' },
  { from: 'in-review', to: 'declined', verb: 'decline', who: CLINICAL, event: 'submission.declined' },
  {
    from: 'information-wanted',
    to: 'declined',
    verb: 'decline',
    who: CLINICAL,
    event: 'submission.declined',
  },
  { from: 'accepted', to: 'assigned', verb: 'assign', who: CLINICAL, event: 'submission.assigned' },
  { from: 'accepted', to: 'closed', verb: 'close', who: CLINICAL, event: 'submission.closed' },
  { from: 'assigned', to: 'closed', verb: 'close', who: CLINICAL, event: 'submission.closed' },
  // Closed by mistake: back to whoever was answerable, or to whoever takes it on when nobody was.
  { from: 'closed', to: 'assigned', verb: 'reopen', who: CLINICAL, event: 'submission.reopened' },
  { from: 'closed', to: 'accepted', verb: 'reopen-unassigned', who: CLINICAL, event: 'submission.reopened' },
  // The client may have read their letter by then: it is the lead's to decide, and to explain.
  {
    from: 'declined',
    to: 'in-review',
    verb: 'reconsider',
    who: ['lead'],
    event: 'submission.reconsidered',
  },
] as const satisfies readonly Transition[];

export type StatusVerb = (typeof TRANSITIONS)[number]['verb'];

/** The change `verb` makes to a submission in status `from`; null when it cannot be made from there. */
export function transition(verb: StatusVerb, from: Status) {
  return TRANSITIONS.find((each) => each.verb === verb && each.from === from) ?? null;
}

/** Whether `actor` is somebody who may make changes of this name at all. */
export function mayMake(verb: StatusVerb, actor: Actor): boolean {
  const named: readonly Transition[] = TRANSITIONS.filter((each) => each.verb === verb);
  return named.some(({ who }) =>
    who === 'client'
      ? actor.kind === 'client'
      : actor.kind === 'staff' && actor.roles.some((role) => who.includes(role)),
  );
}

/** What this actor may do with a submission in this status, in the order of the table. */
export const changesOpen = (actor: Actor, from: Status): StatusVerb[] =>
  TRANSITIONS.filter((each) => each.from === from && mayMake(each.verb, actor)).map(({ verb }) => verb);

/** Sent and not yet decided on, or taken on and not yet finished. */
export const OPEN = [
  'submitted',
  'in-review',
  'information-wanted',
  'accepted',
  'assigned',
] as const satisfies readonly Status[];
