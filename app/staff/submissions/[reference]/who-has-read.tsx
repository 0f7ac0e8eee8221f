// The way to the list of who has read this file, for whoever keeps the record.
import { useTranslations } from 'next-intl';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { readsPage } from './addresses';

export function WhoHasRead({ file, roles }: { file: SubmissionFile; roles: readonly string[] }) {
  const t = useTranslations('staff.submission.case');
  if (!roles.includes('lead') && !roles.includes('admin')) return null;
  return (
    <p className="no-print">
      <a href={readsPage(file.reference)} className="inline-flex min-h-(--target) items-center">
        {t('reads')}
      </a>
    </p>
  );
}
