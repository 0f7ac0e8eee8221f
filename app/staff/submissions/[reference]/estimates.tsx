// Whether a cost estimate is owed or was given, and the way to it.
import { useTranslations } from 'next-intl';
import { When } from '@/components/when';
import type { CostsOfFile } from '@/lib/estimates/costs-of-file';
import type { SubmissionFile } from '@/lib/review/submission-file';

export function Estimates({ file, costs }: { file: SubmissionFile; costs: CostsOfFile | null }) {
  const t = useTranslations('estimates.submission');
  if (!costs) return null;
  const { dueAt, late, givenAt } = costs;
  // Midnight ends the day it is due on.
  const due = () => <When at={new Date((dueAt ?? new Date(0)).getTime() - 60_000)} zone={file.zone} />;
  return (
    <section aria-labelledby="estimates">
      <h2 id="estimates">{t('title')}</h2>
      {dueAt && <p className="font-semibold">{t.rich(late ? 'late' : 'due', { when: due })}</p>}
      {givenAt && <p>{t.rich('given', { when: () => <When at={givenAt} zone={file.zone} /> })}</p>}
      {!dueAt && !givenAt && <p>{t('none')}</p>}
      <p>
        <a href={`/staff/estimates/${file.reference}`}>
          {t('open')}
          <span className="sr-only"> {file.reference}</span>
        </a>
      </p>
    </section>
  );
}
