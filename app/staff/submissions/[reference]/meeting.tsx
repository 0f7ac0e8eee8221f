// When and with whom they meet, in the clinic's time and in theirs.
import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { When } from '@/components/when';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { appointmentPage, bookingPage } from '../../calendar-addresses';
import { pageOf } from './addresses';
import { saidIn } from './words';

export function Meeting({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.appointment');
  const { appointment, zone } = file;
  return (
    <section aria-labelledby="appointment">
      <h2 id="appointment">{t('title')}</h2>
      {!appointment && <p>{t('none')}</p>}
      {!appointment && <TimeWanted file={file} />}
      {!appointment && file.mayBook && (
        <ButtonLink kind="secondary" href={bookingPage(file.reference)}>
          {t('book')}
        </ButtonLink>
      )}
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
      {appointment && <a href={appointmentPage(appointment.reference)}>{t('see')}</a>}
    </section>
  );
}

/** No page could offer them a time: how they want to come, and by when somebody gets in touch. */
function TimeWanted({ file: { timeWanted, ...file } }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.appointment');
  if (!timeWanted) return null;
  if (timeWanted.done) return <p>{t('wantedDone')}</p>;
  const wishes = ['format', 'C8', 'B7'].flatMap((id) => saidIn({ ...file, timeWanted }, id) ?? []);
  return (
    <form
      method="post"
      action={`${pageOf(file.reference)}/settle-time`}
      className="flow rounded-soft border-2 border-warn bg-surface px-5 py-4"
    >
      <p className="font-semibold">
        {t.rich('wanted', { when: () => <When at={timeWanted.dueAt} zone={file.zone} /> })}
      </p>
      <SummaryList rows={wishes.map(({ label, lines }) => ({ label, value: lines.join('\n') }))} />
      {file.mayWrite && <Button kind="secondary">{t('wantedSettle')}</Button>}
    </form>
  );
}

const TheirTime = ({ at, zone }: { at: Date; zone: string }) => (
  <>
    <When at={at} zone={zone} />
    <span className="block text-ink-soft">{zone.replaceAll('_', ' ')}</span>
  </>
);
