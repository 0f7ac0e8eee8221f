// Somebody whom staff are to be in touch with: what to call them, and how they may safely be reached.
import type { Tx } from '@/db/client';
import { signaturesOf } from '@/lib/documents/signatures';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { openIntake } from '@/lib/forms/open-intake';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { answersForStaff, newestOf } from './answers-for-staff';
import type { Staff } from './submission-by-reference';

export type PersonToReach = {
  name: string | null;
  /** They withdrew "Messages": what they said before of how to reach them allows nothing any more. */
  silent: boolean;
  /** Whom nobody must ever contact about them, in their words. */
  never: string | null;
  contact: { id: string; label: string; lines: string[] }[];
  /** Of a submission that staff may open. */
  reference: string | null;
  meetsAt: Date | null;
};

/** How somebody may be reached, in the order in which staff need it. */
const REACHED = ['A4', 'A1', 'A2', 'A3', 'A5'];

/** Of an unsent draft, what the policies open to staff and no more. */
export async function personToReach(tx: Tx, actor: Staff, clientId: string): Promise<PersonToReach> {
  const intake = await openIntake(tx, clientId);
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
    silent: (await signaturesOf(tx, clientId)).some(
      ({ slug, standing }) => slug === 'messages' && standing === 'withdrawn',
    ),
    never: line('A7'),
    contact: REACHED.flatMap(said),
    reference: intake && intake.status !== 'draft' ? intake.reference : null,
    meetsAt: (await appointmentOf(tx, clientId))?.startsAt ?? null,
  };
}
