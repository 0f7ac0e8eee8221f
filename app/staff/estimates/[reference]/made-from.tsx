// What an estimate for this person is made from, besides the fees.
import { useLocale, useTranslations } from 'next-intl';
import { SummaryList } from '@/components/ui/summary-list';
import { When } from '@/components/when';
import type { EstimateFile } from '@/lib/estimates/estimate-file';
import { dateInWords } from '@/lib/scheduling/time-in-words';

export function MadeFrom({ file }: { file: EstimateFile }) {
  const t = useTranslations('estimates');
  const locale = useLocale();
  const { name, bornOn, state, appointment, zone, reference } = file;
  return (
    <section aria-labelledby="made-from" className="flow min-w-0">
      <h2 id="made-from">{t('file.person')}</h2>
      <SummaryList
        rows={[
          { label: t('file.name'), value: name ?? t('file.unknown') },
          { label: t('file.born'), value: bornOn ? dateInWords(bornOn, locale) : t('file.unknown') },
          { label: t('file.state'), value: state ?? t('file.unknown') },
          {
            label: t('file.appointment'),
            value: appointment ? (
              <>
                <When at={appointment.startsAt} zone={zone} />{' '}
                {t('list.with', { name: appointment.clinicianName })}
              </>
            ) : (
              t('file.noAppointment')
            ),
          },
          { label: t('file.reference'), value: reference },
        ]}
      />
    </section>
  );
}
