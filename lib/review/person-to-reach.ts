// Who a client is and how they may safely be reached, for staff who have to get in touch with them.
import type { Tx } from '@/db/client';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { newestIntake, openIntake } from '@/lib/forms/open-intake';
import { answersForStaff, newestOf } from './answers-for-staff';
import type { Staff } from './submission-by-reference';
import { withdrewMessages } from './withdrew-messages';

export type PersonToReach = {
  name: string | null;
  /** They withdrew "Messages": what they said before of how to reach them allows nothing any more. */
  silent: boolean;
  /** Whom nobody must ever contact about them, in their words. */
  never: string | null;
  contact: { id: string; label: string; lines: string[] }[];
  /** Of their forms: whoever is to be reached is known to staff, sent or not. Null when there are none. */
  reference: string | null;
};

/** How somebody may be reached, in the order in which staff need it. */
const REACHED = ['A4', 'A1', 'A2', 'A3', 'A5'];

/** As far as the policies give it to this member of staff. */
export async function personToReach(tx: Tx, actor: Staff, clientId: string): Promise<PersonToReach> {
  const intake = (await openIntake(tx, clientId)) ?? (await newestIntake(tx, clientId));
  const answers = intake ? newestOf(await answersForStaff(tx, actor, intake.id)) : new Map();
  const said = (id: string) => {
    const given = answers.get(id);
    const question = questionNamed(id);
    if (!question || given?.state !== 'answered') return [];
    return [{ id, label: question.short, lines: answerInWords(question, given).lines }];
  };
  const line = (id: string) => said(id)[0]?.lines.join('\n') ?? null;
  return {
    name: line('B1'),
    silent: await withdrewMessages(tx, clientId),
    never: line('A7'),
    contact: REACHED.flatMap(said),
    reference: intake?.reference ?? null,
  };
}
