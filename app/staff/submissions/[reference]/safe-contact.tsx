// The banner before every member of staff: how this person may be reached, and whom nobody must ever contact about them.
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { Tag } from '@/components/ui/tag';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { saidIn, textOf } from './words';

/** In the order in which somebody in a hurry needs them. */
const ASKED = [
  'A4',
  'J5',
  'A2',
  'A3',
  'A5',
  'A1',
  'A6',
  'A9',
  'A10',
  'A8',
  'A8-us',
  'A8-ca',
  'A8-gb',
  'A8-au',
];

export function SafeContact({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.safety');
  const never = textOf(file.answers.get('A7'));
  const inbox = textOf(file.answers.get('A1'));
  const rows = ASKED.flatMap((id) => {
    const said = saidIn(file, id);
    return said ? [{ label: said.label, value: said.lines.join('\n') }] : [];
  });
  return (
    <section aria-labelledby="safety">
      <h2 id="safety">{t('title')}</h2>
      {never && (
        <Notice kind="urgent" title={t('never')}>
          <p className="whitespace-pre-line">{never}</p>
        </Notice>
      )}
      <p className="flex flex-wrap gap-2 empty:hidden">
        {textOf(file.answers.get('D7')) === 'no' && <Tag tone="amber">{t('unknowing')}</Tag>}
        {inbox !== null && inbox !== 'only-me' && <Tag tone="amber">{t('shared')}</Tag>}
        {file.answers.has('A2') && !saidIn(file, 'A3') && <Tag tone="amber">{t('noPhone')}</Tag>}
      </p>
      <SummaryList rows={rows} />
    </section>
  );
}
