// An appointment as rows: when, with whom and how.
import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import type { OwnAppointment } from '@/lib/scheduling/own-appointment';
import { When } from './when';

export function AppointmentRows({ appointment }: { appointment: OwnAppointment }) {
  const t = useTranslations('schedule.check');
  const { startsAt, zone, clinicZone, clinicianName, clinicianCredential, format, address } = appointment;
  return (
    <SummaryList
      rows={[
        { label: t('when'), value: <When at={startsAt} zone={zone} clinicZone={clinicZone} /> },
        { label: t('with'), value: [clinicianName, clinicianCredential].filter(Boolean).join(', ') },
        { label: t('how'), value: format === 'video' ? t('byVideo') : t('inPerson', { address }) },
      ]}
    />
  );
}
