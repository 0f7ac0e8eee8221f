// When, with whom and how they meet, in the clinic's time and in theirs.
import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import type { AppointmentFile } from '@/lib/calendar/appointment-file';
import { instantInWords, localTimeOf } from '@/lib/scheduling/time-in-words';

export function MeetingRows({ file }: { file: AppointmentFile }) {
  const t = useTranslations('calendar.appointment');
  const how = useTranslations('calendar');
  const locale = useLocale();
  const { startsAt, zone, clinicZone, clinician, format, address, forms } = file;
  const at = (inZone: string) => (
    <time dateTime={startsAt.toISOString()}>{instantInWords(startsAt, inZone, locale)}</time>
  );
  const differs = localTimeOf(startsAt, zone) !== localTimeOf(startsAt, clinicZone);
  return (
    <SummaryList
      rows={[
        { label: t('when'), value: at(clinicZone) },
        ...(differs ? [{ label: t('theirTime'), value: at(zone) }] : []),
        { label: t('with'), value: clinician },
        { label: t('how'), value: format === 'video' ? how('video') : t('inPerson', { address }) },
        {
          label: t('forms'),
          value: forms ? <a href={`/staff/submissions/${forms}`}>{forms}</a> : t('formsHidden'),
        },
      ]}
    />
  );
}
