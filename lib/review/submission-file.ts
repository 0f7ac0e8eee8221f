// One submission as a member of staff may see it. Having looked is one line in the record.

import { eq } from 'drizzle-orm';
import { as, type Tx } from '@/db/client';
import { staffMember, type submission } from '@/db/schema';
import { emailOfAccount } from '@/lib/accounts/prove-sign-in';
import { type AuditDetail, record } from '@/lib/audit/record';
import { clinicOf } from '@/lib/clinic/clinic';
import { clock } from '@/lib/env/clock';
import { sectionsAsAsked } from '@/lib/forms/as-asked';
import { ageOn, calendarDate } from '@/lib/forms/birth-date';
import { clientFacts } from '@/lib/forms/client-facts';
import { definition } from '@/lib/forms/definition';
import { isReach } from '@/lib/forms/how-to-reach';
import { clashOf, WAY_QUESTIONS } from '@/lib/forms/reach-clash';
import { isShown } from '@/lib/forms/shown';
import { appointmentOf } from '@/lib/scheduling/appointment-of';
import { type TimeRequest, timeRequestOf } from '@/lib/scheduling/time-request';
import { type AnswerGiven, answersForStaff, newestOf } from './answers-for-staff';
import { askUntold } from './ask-untold';
import { cliniciansToAssign, mayBeGiven } from './assign-submission';
import { changesSinceSent } from './changes-since-sent';
import { clinicalNotes } from './clinical-notes';
import { endingsOf, lettersOf } from './decline-letter';
import { documentsOf, seesEvidence } from './documents-of';
import { dueBeforeSession } from './due-before-session';
import { type FlagState, flagsOf, withoutWords } from './flags-of';
import { openUntil } from './glass';
import { historyOf } from './history-of';
import { informationRequests } from './information-requests';
import { isOnTheCase, whyNotToActOn } from './on-the-case';
import { countOwnProcessNotes } from './process-notes';
import { letterUntold } from './read-letter';
import { scoresOf } from './scores-of';
import { sharedReflections } from './shared-reflections';
import { siteMessages } from './site-messages';
import { changesOpen } from './status';
import { isClinical, type Staff, submissionByReference } from './submission-by-reference';
import { unreadOf } from './unread-of';
import { withdrewMessages } from './withdrew-messages';
import { whyNotToWrite } from './write-message';

/** A danger sign with the very answer that raised it, which may have been changed since. */
export type FlagWithAnswer = FlagState & {
  given: AnswerGiven | null;
  changedSince: boolean;
  late: boolean;
  /** For who is not on the case: that it is there, how grave and since when, and in whose hands; none of its words. */
  shut: boolean;
};

export type SubmissionFile = NonNullable<Awaited<ReturnType<typeof readSubmission>>>;

/** How it was looked at, for the record. */
type Looked = { event: 'submission.read' | 'submission.printed'; detail?: AuditDetail };

/** Null for one that doesn't exist or isn't theirs to see, alike. Reads it, and records that it was read. */
export async function readSubmission(
  actor: Staff,
  reference: string,
  looked: Looked = { event: 'submission.read' },
) {
  return as(actor, async (tx) => {
    const found = await submissionByReference(tx, actor, reference);
    if (!found) return null;
    const onCase = await isOnTheCase(tx, actor, found);
    const acts = onCase && (await whyNotToActOn(tx, actor, found)) === null;
    const theirs = (await whyNotToWrite(tx, actor, found)) === null;
    const flags = isClinical(actor) ? await flagsOf(tx, [found.id]) : [];
    const timeWanted = await timeRequestOf(tx, found.clientId);
    const readable = await answersForStaff(tx, actor, found.id);
    const all = found.status === 'draft' ? ofDraft(readable, flags, timeWanted) : readable;
    const answers = newestOf(all);
    const reach = reachOf(answers, found.submittedAt, onCase);
    const { zone } = await clinicOf(tx);
    const file = {
      ...head(found),
      /** Before it is sent, staff see the name, the appointment, how to reach the person safely and what was flagged, and nothing else. */
      unsent: found.status === 'draft',
      /** A clinician or lead who is on the case; everybody else sees what front desk sees. */
      clinical: onCase,
      /** A clinician who is not: they may break the glass. */
      shut: isClinical(actor) && !onCase,
      /** Until when the reader, who decides nothing of it, has it open with a reason or a flag they took in hand; null for who hasn't. */
      openUntil: acts ? null : await openUntil(tx, actor, found.clientId),
      /** They have it open by a danger sign that is in their hands, for as long as it is. */
      inHand: onCase && !acts && flags.some(({ closed, holder }) => !closed && holder?.id === actor.id),
      zone,
      age: ageIn(answers, zone),
      assignee: await nameOf(tx, found.assigneeId),
      flags: withAnswers(await dueBeforeSession(tx, found.clientId, flags), all, answers, onCase),
      /** Who looks: what is in their own hands needs no taking over. */
      readerId: actor.id,
      answers,
      /** With each question as it was asked. */
      sections: await sectionsAsAsked(tx, answers),
      changed: await changesSinceSent(tx, all, found.submittedAt),
      /** Which of its corrections, and of what was asked for, wait to be read by who looks. */
      unread:
        found.status === 'draft' || (isClinical(actor) && !acts) ? [] : await unreadOf(tx, found.clientId),
      requests: found.status === 'draft' ? [] : await informationRequests(tx, found.id),
      /** What may be asked for: the questions that are on this client's way. */
      askable: acts && found.status === 'in-review' ? askableOf(answers) : [],
      reach,
      /** Where a mail is the way to reach them; null otherwise. */
      email: [reach.usual, reach.worried].includes('email') ? await emailOfAccount(tx, found.clientId) : null,
      /** They withdrew "Messages": what they said of how to reach them allows nothing any more. */
      silent: await withdrewMessages(tx, found.clientId),
      reflections: found.status === 'draft' ? [] : await sharedReflections(tx, actor, found.clientId),
      /** Totals of official questionnaires; none for front desk, and none of an unsent draft. */
      scores: onCase && found.status !== 'draft' ? scoresOf(answers) : [],
      notes: await clinicalNotes(tx, found.clientId),
      /** Their own and nobody else's: how many, and never what they say. */
      ownProcessNotes: await countOwnProcessNotes(tx, actor, found.clientId),
      mayNote: found.status !== 'draft' && onCase,
      appointment: await appointmentOf(tx, found.clientId),
      /** No time could be offered, and they asked to be given one. */
      timeWanted,
      messages: await siteMessages(tx, found.clientId),
      mayWrite: theirs,
      /** Whoever may write to this client books for them. */
      mayBook: theirs && found.status !== 'declined' && found.status !== 'closed',
      documents:
        found.status === 'draft' ? [] : await documentsOf(tx, found.clientId, seesEvidence(actor, onCase)),
      history: found.status === 'draft' ? { done: [], read: [] } : await historyOf(tx, actor, found.clientId),
      changes: acts ? changesOpen(actor, found.status) : [],
      clinicians: acts && mayBeGiven(found.status) ? await cliniciansToAssign(tx) : [],
      assigneeId: found.assigneeId,
      /** How it ended, each time it did, and the letters that were written; the newest first. For whoever is on the case. */
      endings: onCase ? await endingsOf(tx, found.id) : [],
      letters: onCase ? await lettersOf(tx, found.id) : [],
      /** By when somebody here tells them that they are asked for more, for no mail may; null where there is nothing to tell. */
      askUntold: await askUntold(tx, found.clientId),
      /** No mail may tell them of their letter: somebody here does. */
      letterUntold: await letterUntold(tx, found.clientId),
    };
    const detail = { ...looked.detail, submission: found.id };
    await record(tx, { event: looked.event, subject: found.clientId, detail });
    return file;
  });
}

const head = ({ reference, status, createdAt, submittedAt }: typeof submission.$inferSelect) => ({
  reference,
  status,
  createdAt,
  submittedAt,
});

/** The name and how to reach them; with a flag or a wish for a time, also what helps there. Policies say the same. */
const EXPECTED = /^(A([1-7]|9|10)(-\w+)?|B1)$/;
const PRESSING = /^(A\d+(-\w+)?|B1|B7|C8|format|J5)$/;

/** An estimate that is owed opens more to staff, and for the estimate alone. */
function ofDraft(all: AnswerGiven[], flags: readonly FlagState[], timeWanted: TimeRequest | null) {
  const shown = flags.length > 0 || (timeWanted && !timeWanted.done) ? PRESSING : EXPECTED;
  return all.filter(
    ({ id, question }) => shown.test(question) || flags.some(({ answerId }) => answerId === id),
  );
}

/**
 * Each flag with the answer that raised it; `all`: every revision that may be read, `newest`: of each question. `onCase`:
 * the reader is; without it a flag has no words.
 */
export function withAnswers(
  flags: FlagState[],
  all: readonly AnswerGiven[],
  newest: ReadonlyMap<string, AnswerGiven>,
  onCase: boolean,
): FlagWithAnswer[] {
  return flags.map((flag) => {
    if (!onCase)
      return { ...withoutWords(flag), given: null, changedSince: false, late: isLate(flag), shut: true };
    const given = all.find(({ id }) => id === flag.answerId) ?? null;
    const changedSince = given !== null && newest.get(given.question)?.id !== given.id;
    return { ...flag, given, changedSince, late: isLate(flag), shut: false };
  });
}

const isLate = ({ acknowledged, dueAt }: FlagState): boolean =>
  !acknowledged && dueAt !== null && dueAt < clock.now();

/**
 * The one way to reach them that is permitted, and when they are worried about; `changedAt`: of the newest change since
 * they sent. Front desk is not told the safest way: it is a clinical answer.
 */
export function reachOf(answers: ReadonlyMap<string, AnswerGiven>, sentAt: Date | null, clinical: boolean) {
  const { contactBy, safest } = clientFacts(answers);
  const changes = [...answers.values()]
    .filter((given) => sentAt !== null && isReach(given.question) && given.answeredAt > sentAt)
    .map(({ answeredAt }) => answeredAt.getTime());
  return {
    usual: contactBy,
    worried: clinical ? safest.by : null,
    clashes: WAY_QUESTIONS.filter((id) => clashOf(id, answers) !== null),
    changedAt: changes.length > 0 ? new Date(Math.max(...changes)) : null,
  };
}

const askableOf = (answers: ReadonlyMap<string, AnswerGiven>) =>
  definition.sections.map(({ number, title, questions }) => ({
    ...{ number, title },
    questions: questions.filter((question) => isShown(question, answers)),
  }));

/** Full years today, on the clinic's calendar. */
function ageIn(answers: ReadonlyMap<string, AnswerGiven>, zone: string): number | null {
  const { bornOn } = clientFacts(answers);
  return bornOn === null ? null : ageOn(bornOn, calendarDate(clock.now(), zone));
}

async function nameOf(tx: Tx, staffId: string | null): Promise<string | null> {
  if (!staffId) return null;
  const [row] = await tx
    .select({ name: staffMember.name })
    .from(staffMember)
    .where(eq(staffMember.id, staffId));
  return row?.name ?? null;
}
