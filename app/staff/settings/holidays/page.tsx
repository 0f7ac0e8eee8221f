// The days the whole practice is closed: for everybody on the staff to read, for admins to set.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Table } from '@/components/ui/table';
import { TextField } from '@/components/ui/text-field';
import { inRanges } from '@/lib/scheduling/days-typed';
import { briefDate } from '@/lib/scheduling/week-in-words';
import { HOLIDAYS, HOURS } from './addresses';
import { type LoadedHolidays, loadHolidays } from './load-holidays';

type Props = { searchParams: Promise<{ saved?: string; problem?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { errors } = await loadHolidays();
  const [t, common] = [await getTranslations('hours.holidays'), await getTranslations('common')];
  return { title: errors.length > 0 ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function HolidaysPage({ searchParams }: Props) {
  const loaded = await loadHolidays();
  const { staff, errors, mayEdit, holidays } = loaded;
  const { saved, problem } = await searchParams;
  const t = await getTranslations('hours.holidays');
  return (
    <StaffPage active="hours" who={staff.name} roles={staff.roles}>
      <BackLink href={HOURS}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      {problem === 'not-allowed' && <AlertNotice>{t('not-allowed')}</AlertNotice>}
      {saved === 'yes' && <DoneNotice>{t('saved')}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {!mayEdit && <p className="max-w-line text-ink-soft">{t('readOnly')}</p>}
      {holidays.length === 0 ? <p>{t('none')}</p> : <Ahead {...loaded} />}
      {mayEdit && <CloseDays {...loaded} />}
    </StaffPage>
  );
}

async function Ahead({ holidays, mayEdit }: LoadedHolidays) {
  const [t, days] = [await getTranslations('hours.holidays'), await getTranslations('hours.days')];
  const locale = await getLocale();
  const off = { kind: 'off' as const, startsLocal: null, endsLocal: null };
  const ranges = inRanges(holidays.map((onDate) => ({ onDate, ...off })));
  const inWords = ({ from, until }: { from: string; until: string }) =>
    from === until
      ? briefDate(from, locale)
      : days('range', { from: briefDate(from, locale), until: briefDate(until, locale) });
  return (
    <div className="max-w-line">
      <Table
        caption={t('table')}
        captionHidden
        head={[t('head.when'), ...(mayEdit ? [t('head.remove')] : [])]}
        rows={ranges.map((range) => [
          inWords(range),
          ...(mayEdit
            ? [
                <form key="open" method="post" action={`${HOLIDAYS}/check`}>
                  <input type="hidden" name="what" value="remove" />
                  <input type="hidden" name="from" value={range.from} />
                  <input type="hidden" name="until" value={range.until} />
                  <Button kind="quiet">
                    {t('remove')}
                    <span className="sr-only"> {inWords(range)}</span>
                  </Button>
                </form>,
              ]
            : []),
        ])}
      />
    </div>
  );
}

async function CloseDays({ draft, errors }: LoadedHolidays) {
  const [t, days] = [await getTranslations('hours.holidays'), await getTranslations('hours.days')];
  const field = (name: 'from' | 'until') => ({
    ...{ name, label: days(name), type: 'date', size: 'short' as const, autoComplete: 'off' },
    error: errors.find((error) => error.field === name)?.message,
    defaultValue: draft?.values[name]?.[0] ?? '',
  });
  return (
    <>
      {draft && <NotSaved action={`${HOLIDAYS}/check`} />}
      <form
        method="post"
        action={`${HOLIDAYS}/check`}
        noValidate
        className="flex max-w-line min-w-0 flex-col gap-4 rounded-soft border border-line bg-surface p-4"
      >
        <h2>{t('add')}</h2>
        <input type="hidden" name="what" value="add" />
        <div className="grid min-w-0 grid-cols-[repeat(auto-fill,minmax(min(9.5em,100%),1fr))] items-end gap-4">
          <TextField {...field('from')} />
          <TextField {...field('until')} optional />
        </div>
        <p className="text-ink-soft">{days('untilHint')}</p>
        <div>
          <Button>{t('check')}</Button>
        </div>
      </form>
    </>
  );
}
