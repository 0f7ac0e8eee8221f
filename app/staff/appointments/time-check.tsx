// The chosen time, once more and whole, before staff book it or move an appointment to it.
import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import type { TimesForClient } from '@/lib/calendar/times-for-client';
import { newId } from '@/lib/env/ids';
import { fieldsOfSlot } from '@/lib/scheduling/slot-address';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import type { Chosen } from './times-address';

type Shown = { times: TimesForClient; slot: Chosen; action: string };

export function TimeCheck({ times, slot, action }: Shown) {
  const t = useTranslations('calendar.times');
  const labels = useTranslations('calendar.appointment');
  const locale = useLocale();
  const { old, zone, clinicians } = times;
  const who = clinicians.find(({ reference }) => reference === slot.with);
  const at = (instant: Date) => (
    <time dateTime={instant.toISOString()}>{instantInWords(instant, zone, locale)}</time>
  );
  return (
    <form method="post" action={action} className="flow">
      {Object.entries(fieldsOfSlot(slot)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {old ? (
        <input type="hidden" name="sequence" value={old.sequence} />
      ) : (
        <input type="hidden" name="token" value={newId()} />
      )}
      <SummaryList
        rows={[
          ...(old ? [{ label: t('was'), value: at(old.startsAt) }] : []),
          { label: labels('when'), value: at(slot.startsAt) },
          { label: labels('with'), value: [who?.name, who?.credential].filter(Boolean).join(', ') || '–' },
        ]}
      />
      <p className="max-w-line">{t('agree')}</p>
      <ButtonRow>
        <Button>{t(old ? 'moveButton' : 'book')}</Button>
      </ButtonRow>
    </form>
  );
}
