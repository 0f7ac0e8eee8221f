// Weekly hours, a row for the days that share their times, with empty rows below for more.
import { useLocale, useTranslations } from 'next-intl';
import { FieldError, fieldClass } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { rowFields, WEEKDAYS } from '@/lib/scheduling/hours-rows';
import { weekdayInWords } from '@/lib/scheduling/week-in-words';
import type { LoadedHours } from './load-hours';
import { Tick } from './tick';

type Props = { loaded: LoadedHours; errorOf: (field: string) => string | undefined };

export function HoursRows({ loaded, errorOf }: Props) {
  const t = useTranslations('hours.form');
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <p className="max-w-line text-ink-soft">{t('rowsHint')}</p>
      <p className="max-w-line text-ink-soft">{t('datesHint')}</p>
      {Array.from({ length: loaded.rows }, (_, at) => at + 1).map((row) => (
        <Row key={row} row={row} loaded={loaded} errorOf={errorOf} />
      ))}
    </div>
  );
}

function Row({ row, loaded: { value }, loaded, errorOf }: Props & { row: number }) {
  const t = useTranslations('hours.form');
  const fields = rowFields(row);
  const field = (part: 'starts' | 'ends' | 'from' | 'until') => ({
    name: fields[part],
    label: t(part),
    defaultValue: value(fields[part]),
    error: errorOf(fields[part]),
    autoComplete: 'off',
    size: 'short' as const,
  });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-t border-line pt-2">
      <legend className="float-start w-full font-semibold">{t('row', { row })}</legend>
      <DaysOfRow name={fields.days} chosen={loaded.all(fields.days)} error={errorOf(fields.days)} />
      <div className="grid max-w-[44rem] min-w-0 grid-cols-[repeat(auto-fill,minmax(min(9.5em,100%),1fr))] items-end gap-x-4 gap-y-2">
        <TextField {...field('starts')} />
        <TextField {...field('ends')} />
        <TextField {...field('from')} type="date" optional />
        <TextField {...field('until')} type="date" optional />
      </div>
    </fieldset>
  );
}

function DaysOfRow({ name, chosen, error }: { name: string; chosen: readonly string[]; error?: string }) {
  const t = useTranslations('hours.form');
  const locale = useLocale();
  return (
    <div className={fieldClass(error)}>
      <fieldset className="flex min-w-0 flex-col" aria-describedby={error && `${name}-error`}>
        <legend className="sr-only">{t('days')}</legend>
        <FieldError name={name}>{error}</FieldError>
        <div className="flex flex-wrap gap-x-5">
          {WEEKDAYS.map((weekday) => (
            <Tick
              key={weekday}
              id={weekday === 1 ? name : `${name}-${weekday}`}
              name={name}
              value={String(weekday)}
              ticked={chosen.includes(String(weekday))}
            >
              <span aria-hidden="true">{weekdayInWords(weekday, locale)}</span>
              <span className="sr-only">{weekdayInWords(weekday, locale, 'long')}</span>
            </Tick>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
