// The services, a row each, with empty rows below for more; where there is no room for a row, its fields stand below one another.
import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import { serviceFields } from '@/lib/clinic/fee-schedule';
import type { FieldErrors } from './errors';

type Props = { rows: number; value: (field: string) => string; errors: FieldErrors };

export function ServiceRows({ rows, value, errors }: Props) {
  const t = useTranslations('fees');
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <fieldset className="@container min-w-0">
      <legend className="mb-1 text-[1.05rem] font-semibold">{t('services')}</legend>
      <div className="flex flex-col gap-4 @min-[32rem]:gap-2">
        <p className="max-w-line text-ink-soft">{t('servicesHint')}</p>
        {Array.from({ length: rows }, (_, at) => serviceFields(at + 1)).map((fields, at) => {
          const field = (name: keyof typeof fields) => ({
            name: fields[name],
            label: t(name),
            defaultValue: value(fields[name]),
            error: errorOf(fields[name]),
            autoComplete: 'off',
            spellCheck: false,
          });
          return (
            <fieldset
              key={fields.service}
              className={`grid max-w-[46rem] min-w-0 grid-cols-[repeat(auto-fill,minmax(min(5.5rem,100%),1fr))] items-end gap-x-4 gap-y-2 border-t border-line pt-2 @min-[32rem]:grid-cols-[minmax(0,20em)_7em_7em_9em] @min-[32rem]:border-0 @min-[32rem]:pt-0 ${at > 0 ? '@min-[32rem]:[&_label]:sr-only' : ''}`}
            >
              <legend className="float-start col-span-full text-ink-soft @min-[32rem]:sr-only">
                {t('row', { row: at + 1 })}
              </legend>
              <div className="col-span-full @min-[32rem]:col-span-1">
                <TextField {...field('service')} size="medium" />
              </div>
              <TextField {...field('code')} size="short" />
              <TextField {...field('minutes')} size="short" inputMode="numeric" />
              <TextField {...field('price')} size="short" inputMode="decimal" />
            </fieldset>
          );
        })}
      </div>
    </fieldset>
  );
}
