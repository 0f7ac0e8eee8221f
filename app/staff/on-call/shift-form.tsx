// Puts somebody on call: every week on a day, or once on a date, in place of the week.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { dayName } from '@/lib/clinic/hours-in-words';
import type { Rota } from '@/lib/clinic/rota-view';
import { NOBODY, ROTA } from './addresses';
import { SHIFT_REASONS } from './typed-shift';

type Words = ReturnType<typeof useTranslations<'onCall'>>;

export const shiftErrors = (draft: FormDraft | null, t: Words): { field: string; message: string }[] =>
  (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = SHIFT_REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`) }] : [];
  });

const WEEK = [1, 2, 3, 4, 5, 6, 7];

export function ShiftForm({ rota, draft, locale }: { rota: Rota; draft: FormDraft | null; locale: string }) {
  const t = useTranslations('onCall');
  const errors = shiftErrors(draft, t);
  const value = (field: string, otherwise = '') => draft?.values[field]?.[0] ?? otherwise;
  const error = (field: string) => errors.find((one) => one.field === field)?.message;
  return (
    <section aria-labelledby="add" className="flow">
      <h2 id="add">{t('add')}</h2>
      <form
        method="post"
        action={`${ROTA}/add`}
        noValidate
        className="flex max-w-page flex-col items-start gap-5"
      >
        <Select
          name="who"
          label={t('form.who')}
          value={value('who')}
          error={error('who')}
          options={[
            { value: '', label: t('form.choose') },
            ...rota.people.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: t('form.nobody') },
          ]}
        />
        <Select
          name="when"
          label={t('form.when')}
          value={value('when')}
          error={error('when')}
          options={[
            { value: '', label: t('form.choose') },
            ...WEEK.map((day) => ({
              value: `${day}`,
              label: t('form.every', { day: dayName(day, locale) }),
            })),
            { value: 'date', label: t('form.date') },
          ]}
        />
        <TextField
          name="on"
          type="date"
          label={t('form.on')}
          hint={t('form.onHint')}
          defaultValue={value('on')}
          error={error('on')}
          size="short"
        />
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <TextField
            name="from"
            label={t('form.from')}
            defaultValue={value('from', '09:00')}
            error={error('from')}
            size="short"
            autoComplete="off"
          />
          <TextField
            name="until"
            label={t('form.until')}
            hint={t('form.untilHint')}
            defaultValue={value('until', '17:00')}
            error={error('until')}
            size="short"
            autoComplete="off"
          />
        </div>
        <Button>{t('form.save')}</Button>
      </form>
    </section>
  );
}
