// Who reviews somebody, or is answerable for them, can be another clinician: chosen here, and told.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Select } from '@/components/ui/select';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { pageOf } from './addresses';

export function GiveTo({ file }: { file: SubmissionFile }) {
  const t = useTranslations('endings.file');
  const others = file.clinicians.filter(({ id }) => id !== file.assigneeId);
  // Who was taken on and has nobody yet is assigned.
  if (others.length === 0 || file.changes.includes('assign')) return null;
  const meets = file.appointment && others.find(({ id }) => id === file.appointment?.clinicianId);
  return (
    <Details summary={t(file.assigneeId ? 'give' : 'giveReview')}>
      <form method="post" action={`${pageOf(file.reference)}/assign`} className="flow">
        <p className="text-small text-ink-soft">{t('giveSays', { meets: meets?.name ?? 'no' })}</p>
        <div className="flex flex-wrap items-end gap-3">
          <Select
            name="clinician"
            label={t('giveTo')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={meets?.id}
          />
          <Button kind="secondary">{t('giveButton')}</Button>
        </div>
      </form>
    </Details>
  );
}
