// Who signs, as their own answers say: the names they go by, and what decides which documents apply.
import type { Tx } from '@/db/client';
import type { Signer } from '@/lib/documents/may-sign';
import { currentAnswers } from '@/lib/forms/answers-of';
import { clientFacts } from '@/lib/forms/client-facts';
import { sectionNamed } from '@/lib/forms/definition';
import { openIntake } from '@/lib/forms/open-intake';
import { isDone } from '@/lib/forms/section-done';
import { confirmedSections, stateOf } from '@/lib/forms/section-states';

const NOBODY: Signer = { names: [], firstQuestionsDone: false, facts: { format: null, company: null } };

/** Read from the client's open intake; without one, nothing is known and nothing may be signed. */
export async function signerOf(tx: Tx, clientId: string): Promise<Signer> {
  const intake = await openIntake(tx, clientId);
  const first = sectionNamed('1');
  if (!intake || !first) return NOBODY;
  const answers = await currentAnswers(tx, intake);
  const { names, format, company } = clientFacts(answers);
  const done = isDone(stateOf(first, answers, await confirmedSections(tx, intake.id)));
  // Somebody the clinic can't take is asked for nothing more.
  return { names, firstQuestionsDone: done && intake.notForUsAt === null, facts: { format, company } };
}
