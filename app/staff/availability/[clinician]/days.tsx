// Time off and extra hours ahead, each with a way to take it out, and a form to put more in.
import { useLocale, useTranslations } from 'next-intl';
import { NotSaved } from '@/components/not-saved';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import { type DaysOfException, inRanges } from '@/lib/scheduling/days-typed';
import { HOLIDAYS, hoursPage } from '../addresses';
import { daysRange, daysTimes } from './days-in-words';
import { errorIn, type FieldErrors } from './errors';
import type { LoadedHours } from './load-hours';

export function Days({ loaded, errors }: { loaded: LoadedHours; errors: FieldErrors }) {
  const [t, person] = [useTranslations('hours.days'), useTranslations('hours.person')];
  const { hours, may, daysDraft } = loaded;
  const ranges = inRanges(hours.exceptions).filter(({ until }) => until >= hours.today);
  return (
    <section aria-labelledby="days" className="flow min-w-0">
      <h2 id="days">{person('days')}</h2>
      {ranges.length === 0 ? <p>{t('none')}</p> : <Ahead loaded={loaded} ranges={ranges} />}
      <p>
        {t('holidays')} <a href={HOLIDAYS}>{t('holidaysLink')}</a>
      </p>
      {may.days && daysDraft && <NotSaved action={`${hoursPage(hours.reference)}/days/check`} />}
      {may.days && <AddDays loaded={loaded} errors={errors} />}
    </section>
  );
}

function Ahead({ loaded: { hours, may }, ranges }: { loaded: LoadedHours; ranges: DaysOfException[] }) {
  const t = useTranslations('hours.days');
  const locale = useLocale();
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={[t('head.what'), t('head.when'), t('head.times'), ...(may.days ? [t('head.remove')] : [])]}
      rows={ranges.map((days) => [
        t(days.kind),
        daysRange(days, t, locale),
        daysTimes(days, t),
        ...(may.days ? [<TakeOut key="out" reference={hours.reference} days={days} />] : []),
      ])}
    />
  );
}

function TakeOut({ reference, days }: { reference: string; days: DaysOfException }) {
  const t = useTranslations('hours.days');
  const locale = useLocale();
  const { kind, from, until, startsLocal, endsLocal } = days;
  const fields = { kind, from, until, starts: startsLocal ?? '', ends: endsLocal ?? '' };
  return (
    <form method="post" action={`${hoursPage(reference)}/days/check`}>
      <input type="hidden" name="what" value="remove" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind="quiet">
        {t('remove')}
        <span className="sr-only">
          {t('removeHidden', { what: t(kind), when: daysRange(days, t, locale) })}
        </span>
      </Button>
    </form>
  );
}

function AddDays({
  loaded: { hours, may, daysDraft },
  errors,
}: {
  loaded: LoadedHours;
  errors: FieldErrors;
}) {
  const t = useTranslations('hours.days');
  const errorOf = errorIn(errors);
  const field = (name: 'from' | 'until' | 'starts' | 'ends') => ({
    ...{ name, label: t(name), error: errorOf(name), autoComplete: 'off', size: 'short' as const },
    defaultValue: daysDraft?.values[name]?.[0] ?? '',
  });
  return (
    <form
      method="post"
      action={`${hoursPage(hours.reference)}/days/check`}
      noValidate
      className="flex min-w-0 flex-col gap-4 rounded-soft border border-line bg-surface p-4"
    >
      <h3>{t('add')}</h3>
      <input type="hidden" name="what" value="add" />
      <Radios
        name="kind"
        legend={t('kind')}
        error={errorOf('kind')}
        value={daysDraft?.values.kind?.[0] ?? 'off'}
        options={[
          { value: 'off', label: t('kindOff') },
          { value: 'extra', label: t('kindExtra') },
        ]}
      />
      <div className="grid max-w-line min-w-0 grid-cols-[repeat(auto-fill,minmax(min(9.5em,100%),1fr))] items-end gap-4">
        <TextField {...field('from')} type="date" />
        <TextField {...field('until')} type="date" optional />
      </div>
      <p className="text-ink-soft">{t('untilHint')}</p>
      <div className="grid max-w-line min-w-0 grid-cols-[repeat(auto-fill,minmax(min(9.5em,100%),1fr))] items-end gap-4">
        <TextField {...field('starts')} optional />
        <TextField {...field('ends')} optional />
      </div>
      <p className="text-ink-soft">{t('timesHint')}</p>
      <div>
        <Button kind={may.hours ? 'secondary' : 'primary'}>{t('check')}</Button>
      </div>
    </form>
  );
}
