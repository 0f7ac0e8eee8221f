// Who can see messages sent to a client's address: an answer about one inbox, so with another address it is asked and kept anew.
import { type Actor, as, type Tx } from '@/db/client';
import { record } from '@/lib/audit/record';
import { currentAnswers } from './answers-of';
import { questionNamed } from './definition';
import { keepRevisions } from './keep-revisions';
import { lockNewestIntake } from './lock-intake';
import { newestIntake } from './open-intake';
import type { Option } from './question';

const A1 = 'A1';

/** What can be answered, as the forms word it. */
export function inboxOptions(): readonly Option[] {
  const input = questionNamed(A1)?.input;
  return input && 'options' in input ? input.options : [];
}

export const isInboxAnswer = (text: string): boolean => inboxOptions().some(({ value }) => value === text);

/** Whether a change of address has to ask; who has no forms under way yet is asked by their first question. */
export const asksInbox = (actor: Actor & { kind: 'client' }): Promise<boolean> =>
  as(actor, async (tx) => (await newestIntake(tx, actor.id)) !== null);

/**
 * A new revision of A1, whether the forms were sent or not: mails go by the newest one, and staff see it. It was said
 * on a form of its own, so a section that was confirmed stays so. Without an intake the forms will ask.
 */
export async function keepInboxAnswer(tx: Tx, clientId: string, inbox: string) {
  const intake = await lockNewestIntake(tx, clientId);
  if (!intake) return;
  const stored = await currentAnswers(tx, intake);
  await keepRevisions(tx, intake, stored, new Map([[A1, { state: 'answered', value: inbox }]]));
  await record(tx, {
    event: 'answer.saved',
    subject: clientId,
    detail: { section: '1', questions: [A1] },
  });
}
