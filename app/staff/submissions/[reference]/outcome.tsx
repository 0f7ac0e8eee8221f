// What came of the last press of a button: done, or what stood in its way and where that is.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { Notice } from '@/components/ui/notice';
import { questionNamed } from '@/lib/forms/definition';
import { redNotSeen } from '@/lib/review/flags-of';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { flagPlace } from '../../flag-addresses';
import type { Done, Problem } from './problems';

type Given = { problem: Problem | null; done: Done | null; file: SubmissionFile };

export function Outcome({ problem, done, file }: Given) {
  const t = useTranslations('staff.submission');
  if (done)
    return (
      <div role="status">
        <Notice kind="info">{t(`done.${done}`)}</Notice>
      </div>
    );
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
