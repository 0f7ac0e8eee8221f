// When and with whom they meet, in the clinic's time and in theirs.
import { useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { When } from '@/components/when';
import type { SubmissionFile } from '@/lib/review/submission-file';

export function Meeting({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.appointment');
  const { appointment, zone } = file;
  return (
    <section aria-labelledby="appointment">
      <h2 id="appointment">{t('title')}</h2>
      {!appointment && <p>{t('none')}</p>}
      {appointment && (
        <SummaryList
          rows={[
            { label: t('when'), value: <When at={appointment.startsAt} zone={zone} /> },
            ...(appointment.zone === zone
              ? []
              : [
                  {
                    label: t('theirTime'),
                    value: <TheirTime at={appointment.startsAt} zone={appointment.zone} />,
                  },
                ]),
            { label: t('with'), value: appointment.clinicianName },
            { label: t('format'), value: t(appointment.format) },
          ]}
        />
      )}
    </section>
  );
}

const TheirTime = ({ at, zone }: { at: Date; zone: string }) => (
  <>
    <When at={at} zone={zone} />
    <span className="block text-ink-soft">{zone.replaceAll('_', ' ')}</span>
  </>
);
