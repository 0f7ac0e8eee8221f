// The fees somebody else saved meanwhile, beside what was typed here.
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { FeeSchedule } from '@/lib/clinic/fee-schedule';
import { moneyInWords } from '@/lib/clinic/money';

export function Theirs({ schedule }: { schedule: FeeSchedule }) {
  const t = useTranslations('fees');
  const locale = useLocale();
  const { fees, currency, npi, taxId, cancellationHours: hours } = schedule;
  return (
    <Notice kind="info">
      <p>{t('meanwhile')}</p>
      <Table
        caption={t('meanwhileTable')}
        numeric={[2, 3]}
        head={[t('service'), t('code'), t('minutes'), t('price')]}
        rows={fees.map(({ service, code, minutes, cents }) => [
          service,
          code,
          String(minutes),
          moneyInWords(cents, currency, locale),
        ])}
      />
      <p>{t('and', { currency, npi: npi || t('none'), taxId: taxId || t('none'), hours })}</p>
    </Notice>
  );
}
