// What kinds of things happen, as whoever looks into the record would ask for them. An event stands in as many as it fits.
import { EVENTS } from '@/lib/audit/events';

/** By the events' own names, `noun.verbed`: what the record learns to say later falls into its place by itself. */
const GROUPS = {
  reading: /\.(read|listed|searched|signers-listed|previewed|printed|exported)$/,
  glass: /^glass\./,
  flags: /^flag\./,
  decisions: /^(submission|note|process-note|task)\.(?!read$|listed$|searched$)/,
  answers: /^(answer|section|contact|correction|reflection)\./,
  documents: /^(document|question|withdrawal)\./,
  appointments: /^(appointment|time|waitlist|offer|day|calendar)\./,
  messages: /^(message|mail|letter|invitation)\./,
  estimates: /^estimate\./,
  'signing-in':
    /^(session|sign-in|second-factor|second-key|passkey|app|recovery-codes?|address|recovery|account)\./,
  settings: /^(clinic|rota|going-live|staff|handover|hours|exception|view)\./,
  record: /^(record|reads|evidence)\./,
} as const;

export type RecordGroup = keyof typeof GROUPS;
export const RECORD_GROUPS = Object.keys(GROUPS) as RecordGroup[];

export const eventsOf = (group: RecordGroup): string[] => EVENTS.filter((event) => GROUPS[group].test(event));
