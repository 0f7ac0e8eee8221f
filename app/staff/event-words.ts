// What an event of the record is called, for a file's history and for the record itself.
import type { useTranslations } from 'next-intl';
import { EVENTS } from '@/lib/audit/events';

type Words = ReturnType<typeof useTranslations<'staff.submission.history'>>;

/** An event without words doesn't build; one from a later build, or an older one, is said in general. */
export function wordsOfEvent(t: Words, event: string): string {
  const known = EVENTS.find((each) => each === event);
  if (!known) return t('event.other');
  // Whom it came through is the file's to say.
  return known === 'recovery.finished' ? t('recoveryFinished') : t(`event.${known}`);
}
