// Whose submission this is, where it stands, and what can be done with it next.
import { useTranslations } from 'next-intl';
import { SubmissionStatus } from '@/components/submission-status';
import { Button, ButtonLink } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { When } from '@/components/when';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { acceptPage, pageOf, printPage } from './addresses';
import { GiveTo } from './give-to';
import { textOf } from './words';

export function FileHead({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission');
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div>
        <h1>{textOf(file.answers.get('B1')) ?? t('noName')}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="font-semibold">{file.reference}</span>
          <SubmissionStatus status={file.status} />
          <span>
            {file.submittedAt
              ? t.rich('sentAt', {
                  when: () => <When at={file.submittedAt ?? file.createdAt} zone={file.zone} />,
                })
              : t.rich('begunAt', { when: () => <When at={file.createdAt} zone={file.zone} /> })}
          </span>
          <span>{file.assignee ? t('assignedTo', { name: file.assignee }) : t('nobody')}</span>
        </p>
      </div>
      <Moves file={file} />
    </div>
  );
}

function Moves({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.moves');
  const ends = useTranslations('endings.file');
  const page = pageOf(file.reference);
  // A danger sign nobody has seen comes before anything else.
  const kind = file.flags.some(({ acknowledged }) => !acknowledged) ? 'secondary' : 'primary';
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      {file.changes.includes('begin-review') && (
        <form method="post" action={`${page}/begin-review`}>
          <Button kind={kind}>{t('begin-review')}</Button>
        </form>
      )}
      {file.changes.includes('accept') && (
        <ButtonLink kind={kind} href={acceptPage(file.reference)}>
          {t('accept')}
        </ButtonLink>
      )}
      {(['decline', 'close'] as const)
        .filter((move) => file.changes.includes(move))
        .map((move) => (
          <ButtonLink key={move} kind="secondary" href={`${page}/${move}`}>
            {ends(move)}
          </ButtonLink>
        ))}
      {file.changes.includes('assign') && (
        <form method="post" action={`${page}/assign`} className="flex flex-wrap items-end gap-3">
          <Select
            name="clinician"
            label={t('assignTo')}
            options={file.clinicians.map(({ id, name }) => ({ value: id, label: name }))}
            value={file.assigneeId ?? file.appointment?.clinicianId}
          />
          <Button kind={kind}>{t('assign')}</Button>
        </form>
      )}
      <GiveTo file={file} />
      {!file.unsent && (
        <ButtonLink kind="quiet" href={printPage(file.reference)}>
          {t('print')}
        </ButtonLink>
      )}
    </div>
  );
}
