// How many of each service somebody is likely to have, over how long, and with whom.
import { useTranslations } from 'next-intl';
import { NotSaved } from '@/components/not-saved';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { FREQUENCIES, MOST_MONTHS } from '@/lib/estimates/estimate-contents';
import type { EstimateFile } from '@/lib/estimates/estimate-file';
import { estimatePage } from '../addresses';
import type { FieldErrors } from './errors';
import { FormLines } from './form-lines';

type Props = {
  file: EstimateFile;
  draft: FormDraft | null;
  errors: FieldErrors;
  /** One has just been given: another is not what to do next. */
  calm: boolean;
};

export function EstimateForm({ file, draft, errors, calm }: Props) {
  const t = useTranslations('estimates.file');
  const before = file.given[0]?.contents;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const typed = (field: string) => draft?.values[field]?.[0];
  return (
    <div className="flow min-w-0">
      {draft && <NotSaved action={`${estimatePage(file.reference)}/check`} />}
      <form
        method="post"
        action={`${estimatePage(file.reference)}/check`}
        noValidate
        className="flex min-w-0 flex-col items-start gap-5"
      >
        <input type="hidden" name="number" value={file.number} />
        <input type="hidden" name="appointment" value={file.appointment?.reference ?? ''} />
        <input type="hidden" name="fees" value={file.fees} />
        <FormLines file={file} typed={typed} errorOf={errorOf} />
        <TextField
          name="months"
          label={t('months')}
          hint={t('monthsHint')}
          error={errorOf('months')}
          defaultValue={typed('months') ?? String(before?.period.months ?? MOST_MONTHS)}
          size="short"
          inputMode="numeric"
          autoComplete="off"
        />
        <Radios
          name="frequency"
          legend={t('frequency')}
          error={errorOf('frequency')}
          value={typed('frequency') ?? before?.period.frequency}
          options={FREQUENCIES.map((value) => ({ value, label: t(`frequencies.${value}`) }))}
        />
        {!file.appointment && (
          <Select
            name="clinician"
            label={t('clinician')}
            error={errorOf('clinician')}
            value={typed('clinician')}
            options={[
              { value: '', label: t('chooseClinician') },
              ...file.clinicians.map(({ reference, name }) => ({ value: reference, label: name })),
            ]}
          />
        )}
        {file.clinical && (
          <Details
            summary={t('diagnosisTitle')}
            open={Boolean(typed('diagnosis')) || errorOf('diagnosis') !== undefined}
          >
            <TextField
              name="diagnosis"
              label={t('diagnosis')}
              hint={t('diagnosisHint')}
              error={errorOf('diagnosis')}
              defaultValue={typed('diagnosis')}
              size="short"
              optional
              autoComplete="off"
              spellCheck={false}
            />
          </Details>
        )}
        <Button kind={calm ? 'secondary' : 'primary'}>{t('preview')}</Button>
      </form>
    </div>
  );
}
