// The form in which somebody says which times they wait for.

import { useLocale, useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Checkboxes, Radios } from '@/components/ui/choices';
import { Select } from '@/components/ui/select';
import { dayName } from '@/lib/clinic/hours-in-words';
import { placeOf } from '@/lib/scheduling/time-in-words';
import type { WaitingChoices } from '@/lib/scheduling/waiting-choices';
import { PARTS_OF_DAY, WEEKDAYS, WEEKS_TO_WAIT } from '@/lib/scheduling/waitlist-wishes';
import type { WaitingErrors } from './waiting-errors';

type Shown = {
  choices: WaitingChoices;
  /** Whose times they looked at before (a reference). */
  whom: string | undefined;
  /** As it was typed, where it could not be taken. */
  typed: Record<string, string[]> | undefined;
  errors: WaitingErrors;
};

const DEFAULT_WEEKS = 4;

export function WishesForm({ choices, whom, typed, errors }: Shown) {
  const { waitlist, clinicians, zone } = choices;
  const t = useTranslations('waitlist.own');
  const words = useTranslations('waitlist');
  const locale = useLocale();
  const chosen = <T,>(field: string, before: readonly T[] | undefined, all: readonly T[]) =>
    typed ? (typed[field] ?? []) : (before ?? all).map(String);
  const people = clinicians.map(({ reference, name, credential }) => ({
    value: reference,
    label: [name, credential].filter(Boolean).join(', '),
  }));
  return (
    <form
      method="post"
      action="/schedule/waiting/join"
      noValidate
      className="flex flex-col items-stretch gap-8"
    >
      <MadeFor />
      <input type="hidden" name="zone" value={zone} />
      <Checkboxes
        name="days"
        legend={t('daysLegend')}
        hint={t('daysHint')}
        error={errors.days}
        values={chosen('days', waitlist?.weekdays, WEEKDAYS)}
        options={WEEKDAYS.map((day) => ({ value: String(day), label: dayName(day, locale) }))}
      />
      <Checkboxes
        name="parts"
        legend={t('partsLegend')}
        hint={t('partsHint', { zone: placeOf(zone) })}
        error={errors.parts}
        values={chosen('parts', waitlist?.partsOfDay, PARTS_OF_DAY)}
        options={PARTS_OF_DAY.map((part) => ({ value: part, label: t(`partOption.${part}`) }))}
      />
      {people.length > 1 && (
        <Select
          name="with"
          label={t('whoLabel')}
          value={typed?.with?.[0] ?? (waitlist ? waitlist.with : whom) ?? ''}
          options={[{ value: '', label: words('anybody') }, ...people]}
        />
      )}
      <Radios
        name="weeks"
        legend={t('weeksLegend')}
        error={errors.weeks}
        value={typed ? typed.weeks?.[0] : String(waitlist?.weeks ?? DEFAULT_WEEKS)}
        options={WEEKS_TO_WAIT.map((weeks) => ({ value: String(weeks), label: t('weeks', { weeks }) }))}
      />
      <ButtonRow>
        <Button>{t(waitlist ? 'save' : 'join')}</Button>
        {waitlist && (
          <ButtonLink kind="quiet" href="/schedule/waiting">
            {t('backToList')}
          </ButtonLink>
        )}
      </ButtonRow>
    </form>
  );
}
