// What the list shows of each danger sign: the exact answer to who is on the case, how its person may be reached, and what was done. Nothing else of the forms.

import type { Tx } from '@/db/client';
import { oneOf } from '@/db/one-of';
import { submission } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { answersForStaff, newestOf } from './answers-for-staff';
import { dueBeforeSession } from './due-before-session';
import { flagsOf } from './flags-of';
import { initialsOf, namesOf } from './names-of';
import { isOnTheCase } from './on-the-case';
import type { PersonToReach } from './person-to-reach';
import type { Staff } from './submission-by-reference';
import { type FlagWithAnswer, reachOf, withAnswers } from './submission-file';
import { withdrewMessages } from './withdrew-messages';

export type FlagRow = {
  flag: FlagWithAnswer;
  reference: string;
  /** Not sent: then this is all of it that staff see. */
  unsent: boolean;
  name: string | null;
  initials: string;
  person: Pick<PersonToReach, 'silent' | 'never' | 'contact'>;
  /** The safest way that is permitted. */
  worried: ReturnType<typeof reachOf>['worried'];
  /** Where a mail is the way to reach them; null otherwise. */
  email: string | null;
  /** Somebody else can read it, or might. */
  mailIsShared: boolean;
};

/** In the order in which somebody in a hurry needs them. */
const REACHED = ['J5', 'A4', 'A1', 'A2', 'A3', 'A5', 'A9', 'A10', 'A8', 'A8-us', 'A8-ca', 'A8-gb', 'A8-au'];

/** One for each of `page`, in its order. */
export async function flagRows(
  tx: Tx,
  actor: Staff,
  page: readonly { id: string; submissionId: string }[],
): Promise<FlagRow[]> {
  const ids = [...new Set(page.map(({ submissionId }) => submissionId))];
  if (ids.length === 0) return [];
  const files = await tx.select().from(submission).where(oneOf(submission.id, ids));
  const names = await namesOf(tx, ids);
  const flags = await flagsOf(tx, ids);
  const rows = new Map<string, FlagRow>();
  for (const { id, reference, status, clientId, submittedAt } of files) {
    const own = flags.filter((flag) => flag.submissionId === id && page.some((one) => one.id === flag.id));
    const all = await answersForStaff(tx, actor, id, [
      ...REACHED,
      'A7',
      ...own.map(({ question }) => question),
    ]);
    const newest = newestOf(all);
    const onCase = await isOnTheCase(tx, actor, { clientId });
    const reach = reachOf(newest, submittedAt, onCase);
    const said = (question: string) => linesOf(newest, question);
    const name = names.get(id);
    const silent = await withdrewMessages(tx, clientId);
    const of = {
      ...{ reference, unsent: status === 'draft', name: name ?? null, initials: initialsOf(name) },
      person: {
        ...{ silent, never: said('A7')[0]?.lines.join('\n') ?? null },
        // Whoever withdrew "Messages" has said that nothing they named before holds.
        contact: silent ? REACHED.slice(6).flatMap(said) : REACHED.flatMap(said),
      },
      worried: silent ? null : reach.worried,
      mailIsShared: newest.get('A1')?.value !== 'only-me',
      email: !silent && reach.worried === 'email' ? await emailOfAccount(tx, clientId) : null,
    };
    for (const flag of withAnswers(await dueBeforeSession(tx, clientId, own), all, newest, onCase))
      rows.set(flag.id, { flag, ...of });
  }
  return page.flatMap(({ id }) => rows.get(id) ?? []);
}

function linesOf(answers: ReturnType<typeof newestOf>, id: string) {
  const question = questionNamed(id);
  const given = answers.get(id);
  if (!question || given?.state !== 'answered') return [];
  return [{ id, label: question.short, lines: answerInWords(question, given).lines }];
}
