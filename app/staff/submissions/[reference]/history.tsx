// What has happened to this file, the newest first, and who has read it.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { When } from '@/components/when';
import { sectionNamed } from '@/lib/forms/definition';
import type { Happened } from '@/lib/review/history-of';
import type { SubmissionFile } from '@/lib/review/submission-file';

export function History({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.history');
  const { done, read } = file.history;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('title')}</h2>
      <Events events={done} zone={file.zone} />
      {read.length > 0 && (
        <Details summary={t('read')}>
          <Events events={read} zone={file.zone} />
        </Details>
      )}
    </section>
  );
}

function Events({ events, zone }: { events: Happened[]; zone: string }) {
  const t = useTranslations('staff.submission.history');
  const who = (by: Happened['by']) => (by.kind === 'staff' ? by.name : t(by.kind));
  return (
    <ol className="flex list-none flex-col gap-2">
      {events.map(({ id, at, by, ...what }) => (
        <li key={id} className="leading-snug">
          {t('line', {
            what: inWords(t, what),
            who: who(by),
          })}
          <span className="block text-small text-ink-soft">
            <When at={at} zone={zone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useTranslations<'staff.submission.history'>>;

function inWords(t: Words, { event, recovery, section }: Omit<Happened, 'id' | 'at' | 'by'>): string {
  if (recovery) return t('event.recovery.finished', recovery);
  const named = section === undefined ? undefined : sectionNamed(section);
  if (named) return t('event.section.named', { number: named.number, title: named.title });
  return t(nameOf(event));
}

const NAMED = [
  'account.made',
  'account.forgotten',
  'second-key.added',
  'second-key.changed',
  'second-key.removed',
  'second-key.shut',
  'second-key.reset',
  'address.asked',
  'address.changed',
  'recovery.started',
  'recovery.agreed',
  'recovery.failed',
  'recovery.cancelled',
  'recovery.stopped',
  'recovery.settled',
  'recovery.read',
  'invitation.started',
  'invitation.sent',
  'invitation.read',
  'submission.begun',
  'submission.sent',
  'submission.read',
  'submission.listed',
  'submission.searched',
  'submission.review-begun',
  'submission.information-wanted',
  'submission.information-given',
  'submission.accepted',
  'submission.assigned',
  'submission.declined',
  'submission.closed',
  'submission.reassigned',
  'submission.reopened',
  'submission.reconsidered',
  'letter.read',
  'task.settled',
  'submission.not-for-us',
  'section.confirmed',
  'reflection.shared',
  'reflection.unshared',
  'flag.raised',
  'flag.acknowledged',
  'flag.closed',
  'flag.taken-over',
  'flag.attempted',
  'flag.escalated',
  'document.signed',
  'document.acknowledged',
  'document.received',
  'document.withdrawn',
  'question.asked',
  'question.answered',
  'question.dropped',
  'withdrawal.settled',
  'message.written',
  'message.read',
  'time.asked',
  'time.settled',
  'waitlist.joined',
  'waitlist.changed',
  'waitlist.left',
  'offer.made',
  'offer.declined',
  'offer.expired',
  'offer.taken-back',
  'contact.changed',
  'answer.corrected',
  'correction.read',
  'appointment.booked',
  'appointment.moved',
  'appointment.cancelled',
  'appointment.attended',
  'appointment.missed',
  'appointment.unmarked',
  'appointment.read',
  'estimate.asked',
  'estimate.given',
  'estimate.not-owed',
  'estimate.read',
  'document.read',
] as const;

/** The key of an event's words; what the record learns to say later is said in general until it has words. */
function nameOf(event: string) {
  const known = NAMED.find((each) => each === event);
  return known ? (`event.${known}` as const) : 'event.other';
}
