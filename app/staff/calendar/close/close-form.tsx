// Everybody booked on the day, each with a new time to choose, or to be cancelled; one button for all.
import { useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { briefly } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import type { DayToClose, RowToClose } from '@/lib/calendar/day-to-close';
import { LONGEST_MESSAGE } from '@/lib/review/write-message';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { appointmentPage, type CalendarView, calendarAddress } from '../../calendar-addresses';
import { becomesField, CLOSE, shownValue } from './addresses';

type Shown = {
  day: DayToClose;
  /** Those who get mail about appointments, by the appointment's reference. */
  told: ReadonlySet<string>;
  view: CalendarView;
  cancelAll: boolean;
  /** What was chosen before, and what of it can't be had. */
  draft: FormDraft | null;
};

export function CloseForm({ day, told, view, cancelAll, draft }: Shown) {
  const t = useTranslations('calendar.closing');
  const { rows, clinician, date, closed } = day;
  if (rows.length === 0 && closed) return <p>{t('none')}</p>;
  const here = calendarAddress({ ...view, span: 'day' }).replace('/day?', '/close?');
  return (
    <form method="post" action={`${CLOSE}/confirm`} className="flow">
      <input type="hidden" name="with" value={clinician.reference} />
      <input type="hidden" name="on" value={date} />
      {rows.map((row) => (
        <input key={row.reference} type="hidden" name="shown" value={shownValue(row)} />
      ))}
      {rows.length === 0 && <p>{t('none')}</p>}
      {rows.length > 0 && (
        <>
          <p className="max-w-line">
            {t('proposals')}{' '}
            <a href={cancelAll ? here : `${here}&all=cancel`}>{t(cancelAll ? 'proposeAll' : 'cancelAll')}</a>
          </p>
          <ul aria-label={t('list')} className="flex max-w-page flex-col">
            {rows.map((row) => (
              <li key={row.reference} className="keep-together border-t border-line py-3 last:border-b">
                <Becomes
                  row={row}
                  day={day}
                  told={told}
                  names={view.names}
                  cancelAll={cancelAll}
                  draft={draft}
                />
              </li>
            ))}
          </ul>
          <TextArea
            name="why"
            label={t('why')}
            hint={t('whyHint')}
            optional
            defaultValue={draft?.values.why?.[0]}
            rows={3}
            maxLength={LONGEST_MESSAGE}
          />
        </>
      )}
      <ButtonRow>
        <Button>{t('confirm', { count: rows.length })}</Button>
      </ButtonRow>
    </form>
  );
}

type Becoming = Omit<Shown, 'view'> & { row: RowToClose; names: boolean };

function Becomes({ row, day: { zone, clinician }, told, names, cancelAll, draft }: Becoming) {
  const t = useTranslations('calendar.closing');
  const noName = useTranslations('calendar')('noName');
  const name = becomesField(row.reference);
  const taken = draft?.errors.some(({ field }) => field === name) ?? false;
  const proposed = row.proposed === null || cancelAll ? undefined : row.times[row.proposed];
  const valueFor = (time: RowToClose['times'][number]) =>
    addressOfSlot({ with: time.with, startsAt: time.startsAt, zone });
  const before = taken ? undefined : draft?.values[name]?.[0];
  const who = names ? (row.client.name ?? noName) : row.client.initials;
  return (
    <Select
      name={name}
      label={t('booked', { when: briefly(row.startsAt, zone), who })}
      hint={
        <>
          {t(told.has(row.reference) ? 'byMail' : 'onSite')}{' '}
          <a href={appointmentPage(row.reference)}>{t('see')}</a> {row.times.length === 0 && t('noTimes')}
        </>
      }
      error={taken ? t('taken') : undefined}
      value={before ?? (proposed ? valueFor(proposed) : 'cancel')}
      options={[
        ...row.times.map((time) => {
          const when = briefly(time.startsAt, zone);
          const label = time.with === clinician.reference ? when : t('time', { when, name: time.name });
          return { value: valueFor(time), label };
        }),
        { value: 'cancel', label: t('cancel') },
      ]}
    />
  );
}
