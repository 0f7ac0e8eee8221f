// Somebody's hours as they stand, to read.
import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { type HoursRow, rowsOf } from '@/lib/scheduling/hours-rows';
import type { HoursSetting } from '@/lib/scheduling/hours-setting';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { briefDate, daysInWords } from '@/lib/scheduling/week-in-words';
import { formatsInWords, languagesInWords, regionsInWords } from '../whom-in-words';

export function HoursRead({ setting }: { setting: HoursSetting }) {
  const [t, format] = [useTranslations('hours.read'), useTranslations('hours.format')];
  const yesOrNo = (yes: boolean) => t(yes ? 'yes' : 'no');
  return (
    <>
      <WeeklyTable setting={setting} />
      <SummaryList
        rows={[
          { label: t('zone'), value: placeOf(setting.zone) },
          {
            label: t('session'),
            value: t('sessionSays', {
              minutes: setting.sessionMinutes,
              before: setting.bufferBeforeMinutes,
              after: setting.bufferAfterMinutes,
            }),
          },
          {
            label: t('booking'),
            value: t('bookingSays', {
              notice: setting.noticeHours,
              horizon: setting.horizonDays,
              maximum: setting.dailyMaximum,
            }),
          },
          { label: t('how'), value: formatsInWords(setting.formats, format) },
          { label: t('couples'), value: yesOrNo(setting.seesCouples) },
          { label: t('new'), value: yesOrNo(setting.takesNew) },
          { label: t('languages'), value: languagesInWords(setting.languages) },
          { label: t('regions'), value: regionsInWords(setting.regions) || t('nowhere') },
        ]}
      />
    </>
  );
}

function WeeklyTable({ setting: { rules } }: { setting: HoursSetting }) {
  const t = useTranslations('hours.read');
  const locale = useLocale();
  if (rules.length === 0) return <p>{t('none')}</p>;
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={[t('days'), t('times'), t('holds')]}
      rows={rowsOf(rules).map((row) => rowInWords(row, locale))}
    />
  );
}

/** The cells of a row: its days, its times, when they count. */
export const rowInWords = (row: HoursRow, locale: string) => [
  daysInWords(row.weekdays, locale),
  `${row.startsLocal}–${row.endsLocal}`,
  <Holds key="holds" {...row} />,
];

function Holds(row: HoursRow) {
  const t = useTranslations('hours.read');
  const locale = useLocale();
  const [from, until] = [row.effectiveFrom, row.effectiveUntil].map(
    (date) => date && briefDate(date, locale),
  );
  if (from && until) return t('between', { from, until });
  if (from) return t('from', { from });
  return until ? t('until', { until }) : t('always');
}
