// Whom to see and in which zone times are shown: a form that only asks, and changes nothing.
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { placeOf, zoneInWords } from '@/lib/scheduling/time-in-words';
import { zonesToChoose } from '@/lib/scheduling/zones';

type Choices = {
  clinicians: readonly { reference: string; name: string; credential: string }[];
  with: string | null;
  zone: string;
  clinicZone: string;
  moving: boolean;
  /** Zones are named as they are at this instant: summer time or not. */
  at: Date;
};

export function ChoicesForm({ clinicians, with: chosen, zone, clinicZone, moving, at }: Choices) {
  const t = useTranslations('schedule.choose');
  const locale = useLocale();
  const zones = zonesToChoose(clinicZone, zone).map((one) => ({
    value: one,
    label: t('zoneOption', { zone: placeOf(one), name: zoneInWords(at, one, locale) }),
  }));
  const people = clinicians.map(({ reference, name, credential }) => ({
    value: reference,
    label: [name, credential].filter(Boolean).join(', '),
  }));
  return (
    <form action="/schedule" method="get">
      {moving && <input type="hidden" name="moving" value="yes" />}
      {people.length > 1 && (
        <Select
          name="with"
          label={t('whoLabel')}
          value={chosen ?? ''}
          options={[{ value: '', label: t('firstOption') }, ...people]}
        />
      )}
      <Select name="zone" label={t('zoneLabel')} value={zone} options={zones} />
      <Button kind="secondary">{t('show')}</Button>
    </form>
  );
}
