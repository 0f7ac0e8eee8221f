// What a client changed since they first sent their forms: as it was then, as it is now, and when it changed.
import type { Tx } from '@/db/client';
import { answerInWords, type InWords } from '@/lib/forms/answer-in-words';
import { questionAsAsked } from '@/lib/forms/as-asked';
import type { AnswerGiven } from './answers-for-staff';

export type ChangeSinceSent = {
  id: string;
  name: string;
  /** As it was sent; null for a question that was not part of the forms then. */
  sent: InWords | null;
  /** Each later version, the newest last. */
  since: (InWords & { at: Date })[];
};

/** `all`: every revision this member of staff may read. In the order in which they were first changed. */
export async function changesSinceSent(
  tx: Tx,
  all: readonly AnswerGiven[],
  sentAt: Date | null,
): Promise<ChangeSinceSent[]> {
  if (!sentAt) return [];
  const later = all.filter(({ answeredAt }) => answeredAt > sentAt);
  const changes: ChangeSinceSent[] = [];
  for (const id of new Set(later.map(({ question }) => question))) {
    const revisions = all.filter(({ question }) => question === id);
    const since = [];
    let name = id;
    for (const given of revisions.filter(({ answeredAt }) => answeredAt > sentAt)) {
      const question = await questionAsAsked(tx, id, given);
      name = question?.short ?? name;
      if (question) since.push({ ...answerInWords(question, given), at: given.answeredAt });
    }
    const first = revisions.findLast(({ answeredAt }) => answeredAt <= sentAt);
    const then = first && (await questionAsAsked(tx, id, first));
    changes.push({ id, name, since, sent: first && then ? answerInWords(then, first) : null });
  }
  return changes.sort((one, other) => Number(one.since[0]?.at) - Number(other.since[0]?.at));
}
