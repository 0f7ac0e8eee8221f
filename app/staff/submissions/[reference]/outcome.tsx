// What came of the last press of a button: what was done is said where it was done, and what stood in its way says where that is.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { questionNamed } from '@/lib/forms/definition';
import { redNotSeen } from '@/lib/review/flags-of';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { flagPlace } from '../../flag-addresses';
import type { Part } from './parts';
import type { Done, Problem } from './problems';

/** What is done in one part of the page; all else changes where the whole file stands. */
const DONE_IN: Partial<Record<Done, Part>> = {
  acknowledge: 'flags',
  'take-over': 'flags',
  attempt: 'flags',
  'close-flag': 'flags',
  'ask-for-more': 'asked',
  'go-on-without': 'asked',
  'ask-told': 'asked',
  note: 'notes',
  'correct-note': 'notes',
  told: 'ended',
  'settle-time': 'appointment',
  write: 'messages',
};

/** The part whose reader waits to be told; at the top where that part is not, or not any more. */
export function placeOfDone(done: Done | null, parts: readonly Part[]): Part | 'top' {
  const part = done ? DONE_IN[done] : undefined;
  return part && parts.includes(part) ? part : 'top';
}

export function InTheWay({ problem, file }: { problem: Problem | null; file: SubmissionFile }) {
  const t = useTranslations('staff.submission');
  if (!problem) return null;
  if (problem !== 'red-not-seen') return <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>;
  const waiting = redNotSeen(file.flags);
  // Seen meanwhile: nothing stands in the way any more.
  if (waiting.length === 0) return null;
  return (
    <AlertNotice title={t('problem.red-not-seen')}>
      <ul>
        {waiting.map(({ id, question }) => (
          <li key={id}>
            <a href={`#${flagPlace(id)}`}>{questionNamed(question)?.title ?? question}</a>
          </li>
        ))}
      </ul>
    </AlertNotice>
  );
}
