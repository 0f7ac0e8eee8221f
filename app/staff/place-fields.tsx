// One place to go, as it is typed: on the practice's list, or for one letter alone.
import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import { placeField } from '@/lib/clinic/referral-places';

type Props = {
  group: string;
  row: number;
  value: (field: string) => string;
  error: (field: string) => string | undefined;
};

export function PlaceFields({ group, row, value, error }: Props) {
  const t = useTranslations('endings.places');
  const field = (part: Parameters<typeof placeField>[2]) => {
    const name = placeField(group, row, part);
    return { name, label: t(part), defaultValue: value(name), error: error(name), autoComplete: 'off' };
  };
  return (
    <div className="grid min-w-0 items-end gap-x-4 gap-y-2 sm:grid-cols-2">
      <TextField {...field('name')} spellCheck={false} />
      <TextField {...field('whatFor')} />
      <TextField {...field('phone')} inputMode="tel" spellCheck={false} />
      <TextField {...field('web')} inputMode="url" spellCheck={false} />
      <div className="sm:col-span-2">
        <TextField {...field('note')} />
      </div>
    </div>
  );
}
