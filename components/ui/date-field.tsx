// A date somebody knows by heart, typed in three boxes: day, month, year.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { boxClass, describedBy, FieldError, fieldClass, Hint, Legend } from './field';

const parts = ['day', 'month', 'year'] as const;

export type DateFieldProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  values?: { day?: string; month?: string; year?: string };
  legendAsHeading?: boolean;
  /** For a date of birth, so that a browser can fill it. */
  birthday?: boolean;
};

/** Sends `${name}-day`, `${name}-month` and `${name}-year`; the day's box has the id `name`. */
export function DateField({ name, legend, hint, error, values, legendAsHeading, birthday }: DateFieldProps) {
  const t = useTranslations('common');
  return (
    <div className={fieldClass(error)}>
      <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={describedBy(name, hint, error)}>
        <Legend asHeading={legendAsHeading}>{legend}</Legend>
        <Hint name={name}>{hint}</Hint>
        <FieldError name={name}>{error}</FieldError>
        <div className="mt-1 flex flex-wrap gap-4">
          {parts.map((part) => {
            const id = part === 'day' ? name : `${name}-${part}`;
            return (
              <div key={part} className="flex flex-col gap-1">
                <label htmlFor={id}>{t(`date.${part}`)}</label>
                <input
                  id={id}
                  name={`${name}-${part}`}
                  type="text"
                  inputMode="numeric"
                  autoComplete={birthday ? `bday-${part}` : undefined}
                  defaultValue={values?.[part]}
                  aria-invalid={error ? true : undefined}
                  className={`${boxClass(error)} ${part === 'year' ? 'w-[5.5em]' : 'w-[3.6em]'} tabular-nums`}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
