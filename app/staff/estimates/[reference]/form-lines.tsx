// The services of the schedule, each with how many are expected and what one costs.
import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import { centsAsTyped } from '@/lib/clinic/money';
import type { EstimateFile } from '@/lib/estimates/estimate-file';
import { keyOfService, lineFields } from '@/lib/estimates/estimate-form';

type Props = {
  file: EstimateFile;
  typed: (field: string) => string | undefined;
  errorOf: (field: string) => string | undefined;
};

export function FormLines({ file, typed, errorOf }: Props) {
  const t = useTranslations('estimates');
  const { fees, currency } = file.schedule;
  const before = file.given[0]?.contents?.lines ?? [];
  return (
    <fieldset className="flex w-full max-w-line min-w-0 flex-col gap-3">
      <legend className="mb-1 text-[1.05rem] font-semibold">{t('file.expected')}</legend>
      <p className="text-ink-soft">{t('file.expectedHint')}</p>
      {fees.map((fee, at) => {
        const key = keyOfService(fees, at);
        const fields = lineFields(key);
        // A newer estimate begins with what the last one said.
        const last = before.find(({ service, code }) => service === fee.service && code === fee.code);
        return (
          <fieldset
            key={key}
            className="grid min-w-0 grid-cols-2 items-end gap-x-4 gap-y-1 border-t border-line pt-2"
          >
            <legend className="float-start col-span-2 w-full font-semibold">
              {t('view.minutes', { service: fee.service, minutes: fee.minutes })}{' '}
              <span className="font-normal text-ink-soft">{fee.code}</span>
            </legend>
            <input type="hidden" name="service" value={key} />
            <TextField
              name={fields.quantity}
              label={t('file.quantity')}
              error={errorOf(fields.quantity)}
              defaultValue={typed(fields.quantity) ?? (last ? String(last.quantity) : '')}
              size="short"
              inputMode="numeric"
              autoComplete="off"
            />
            <TextField
              name={fields.price}
              label={t('file.each', { currency })}
              error={errorOf(fields.price)}
              defaultValue={typed(fields.price) ?? centsAsTyped(last?.cents ?? fee.cents)}
              size="short"
              inputMode="decimal"
              autoComplete="off"
            />
          </fieldset>
        );
      })}
    </fieldset>
  );
}
