// Somebody in a few lines, before the whole of it.
import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { saidIn } from './words';

/** In the order of who somebody is, how they come, and what for. */
export const SUMMARY = ['B2', 'B4', 'B3', 'format', 'C8', 'B7', 'B8', 'B10', 'C2', 'C3', 'C5'];

export function Summary({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.summary');
  const rows = SUMMARY.flatMap((id) => {
    const said = saidIn(file, id);
    if (!said) return [];
    const date = said.lines.join('\n');
    return [{ label: said.label, value: id === 'B3' ? t('age', { date, years: file.age ?? 0 }) : date }];
  });
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t('title')}</h2>
      <SummaryList rows={rows} />
    </section>
  );
}
