// What of the queue somebody chose, as it stands in an address: words from closed lists, and a clinician's reference.
import { OPEN, type Status } from './status';

/** `booked-unsent`: whoever has an appointment and has not sent their forms. */
export const QUEUE_CHOICES = [
  'open',
  'submitted',
  'in-review',
  'information-wanted',
  'accepted',
  'assigned',
  'declined',
  'closed',
  'booked-unsent',
] as const satisfies readonly (Status | 'open' | 'booked-unsent')[];

export type QueueChoice = (typeof QUEUE_CHOICES)[number];

/** What is sent and open, or one status of that. */
export type OpenChoice = 'open' | (typeof OPEN)[number];

export const isOpenChoice = (choice: QueueChoice): choice is OpenChoice =>
  choice === 'open' || OPEN.some((status) => status === choice);

/** `assignee` is `me`, `nobody` or a clinician's reference. */
export type QueueFilter = { status?: QueueChoice; mine?: boolean; flagged?: boolean; assignee?: string };

/** What makes no sense is left out. `given` gives what stands under a name. */
export function filterFrom(given: (name: string) => string | undefined): QueueFilter {
  const status = QUEUE_CHOICES.find((each) => each === given('status'));
  const assignee = given('assignee');
  return {
    ...(status && status !== 'open' && { status }),
    ...(given('mine') === 'yes' && { mine: true }),
    ...(given('flagged') === 'yes' && { flagged: true }),
    ...(assignee && /^(me|nobody|[0-9a-f]{12})$/.test(assignee) && { assignee }),
  };
}

/** The same choice always in the same words, so that two can be compared; empty for the whole queue. */
export const filterInAddress = ({ status, mine, flagged, assignee }: QueueFilter): string =>
  new URLSearchParams({
    ...(status && status !== 'open' && { status }),
    ...(mine && { mine: 'yes' }),
    ...(flagged && { flagged: 'yes' }),
    ...(assignee && { assignee }),
  }).toString();
