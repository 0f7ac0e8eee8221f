// Everybody booked on the day, each with a new time to choose, or to be cancelled; one button for all.
import { useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import { TextArea } from '@/components/ui/text-area';
import { briefly, When } from '@/components/when';
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
          <Rows day={day} told={told} names={view.names} cancelAll={cancelAll} draft={draft} />
          <p className="max-w-line text-ink-soft">{t('callLead')}</p>
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

function Rows({
  day: { rows, zone, clinician },
  told,
  names,
  cancelAll,
  draft,
}: Omit<Shown, 'view'> & { names: boolean }) {
  const t = useTranslations('calendar.closing');
  const common = useTranslations('calendar');
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={(['now', 'who', 'told', 'to'] as const).map((head) => t(`head.${head}`))}
      rows={rows.map((row) => [
        <When key="now" at={row.startsAt} zone={zone} />,
        <a key="who" href={appointmentPage(row.reference)}>
          {names ? (row.client.name ?? common('noName')) : row.client.initials}
        </a>,
        told.has(row.reference) ? t('byMail') : <strong key="told">{t('onSite')}</strong>,
        <Becomes
          key="to"
          row={row}
          zone={zone}
          clinician={clinician.reference}
          cancelAll={cancelAll}
          draft={draft}
        />,
      ])}
    />
  );
}

type Becoming = {
  row: RowToClose;
  zone: string;
  clinician: string;
  cancelAll: boolean;
  draft: FormDraft | null;
};

function Becomes({ row, zone, clinician, cancelAll, draft }: Becoming) {
  const t = useTranslations('calendar.closing');
  const name = becomesField(row.reference);
  const taken = draft?.errors.some(({ field }) => field === name) ?? false;
  const proposed = row.proposed === null || cancelAll ? undefined : row.times[row.proposed];
  const valueFor = (time: RowToClose['times'][number]) =>
    addressOfSlot({ with: time.with, startsAt: time.startsAt, zone });
  const before = taken ? undefined : draft?.values[name]?.[0];
  const fallback = proposed ? valueFor(proposed) : 'cancel';
  return (
    <span className="flex min-w-[17rem] flex-col gap-1">
      {taken && <span className="font-semibold text-danger">{t('taken')}</span>}
      <select
        id={name}
        name={name}
        defaultValue={before ?? fallback}
        aria-label={t('becomes', { who: `${row.client.initials}, ${briefly(row.startsAt, zone)}` })}
        aria-invalid={taken || undefined}
        className="min-h-(--target) w-full rounded-soft border border-control bg-surface px-[0.7em] py-[0.35em] text-ink hover:border-dusk"
      >
        {row.times.map((time) => (
          <option key={valueFor(time)} value={valueFor(time)}>
            {time.with === clinician
              ? briefly(time.startsAt, zone)
              : t('time', { when: briefly(time.startsAt, zone), name: time.name })}
          </option>
        ))}
        <option value="cancel">{t('cancel')}</option>
      </select>
      {row.times.length === 0 && <span className="text-ink-soft">{t('noTimes')}</span>}
    </span>
  );
}
