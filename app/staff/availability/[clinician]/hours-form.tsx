// The form in which a clinician's hours are set: weekly hours, sessions, and whom they see.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { zoneOfRegion } from '@/lib/clinic/zone-of-region';
import { HOURS_NUMBERS } from '@/lib/scheduling/hours-typed';
import { zonesToChoose } from '@/lib/scheduling/zones';
import { hoursPage } from '../addresses';
import { errorIn, type FieldErrors } from './errors';
import { HoursRows } from './hours-rows';
import type { LoadedHours } from './load-hours';
import { Whom } from './whom';

export function HoursForm({ loaded, errors }: { loaded: LoadedHours; errors: FieldErrors }) {
  const t = useTranslations('hours.form');
  const { hours, value } = loaded;
  const errorOf = errorIn(errors);
  const known = [value('zone'), hours.clinicZone, ...loaded.all('regions').map(zoneOfRegion)];
  const zones = zonesToChoose(...known.filter((zone): zone is string => Boolean(zone)));
  return (
    <form
      method="post"
      action={`${hoursPage(hours.reference)}/check`}
      noValidate
      className="flex max-w-page min-w-0 flex-col gap-6"
    >
      <input type="hidden" name="stamp" value={hours.stamp} />
      <Select
        name="zone"
        label={t('zone')}
        hint={t('zoneHint')}
        value={value('zone')}
        error={errorOf('zone')}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <HoursRows loaded={loaded} errorOf={errorOf} />
      <fieldset className="flex min-w-0 flex-col gap-4">
        <legend className="mb-1 text-[1.05rem] font-semibold">{t('sessions')}</legend>
        <div className="grid max-w-[44rem] min-w-0 grid-cols-[repeat(auto-fill,minmax(min(11em,100%),1fr))] items-end gap-4">
          {HOURS_NUMBERS.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(name)}
              error={errorOf(name)}
              defaultValue={value(name)}
              size="short"
              inputMode="numeric"
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
      <Whom loaded={loaded} errorOf={errorOf} />
      <div>
        <Button>{t('preview')}</Button>
      </div>
    </form>
  );
}
