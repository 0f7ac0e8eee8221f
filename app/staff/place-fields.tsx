// One place to go, as it is typed: on the practice's list, or for one letter alone.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextField } from '@/components/ui/text-field';
import { placeField } from '@/lib/clinic/referral-places';

type Props = {
  group: string;
  row: number;
  value: (field: string) => string;
  error: (field: string) => string | undefined;
  /** What stands before it in its row. */
  before?: ReactNode;
};

export function PlaceFields({ group, row, value, error, before }: Props) {
  const t = useTranslations('endings.places');
  const field = (part: Parameters<typeof placeField>[2]) => {
    const name = placeField(group, row, part);
    return { name, label: t(part), defaultValue: value(name), error: error(name), autoComplete: 'off' };
  };
  return (
    <div
      className={`grid min-w-0 items-end gap-x-4 gap-y-2 ${before ? 'sm:grid-cols-[5em_repeat(3,minmax(0,1fr))]' : 'sm:grid-cols-2'}`}
    >
      {before}
      <TextField {...field('name')} spellCheck={false} />
      <TextField {...field('whatFor')} />
      <TextField {...field('phone')} inputMode="tel" spellCheck={false} />
      <div className={before ? 'sm:col-start-2' : undefined}>
        <TextField {...field('web')} inputMode="url" spellCheck={false} />
      </div>
      <div className="sm:col-span-2">
        <TextField {...field('note')} />
      </div>
    </div>
  );
}
