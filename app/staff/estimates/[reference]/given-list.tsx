// The estimates this person was given, the newest first.
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { When } from '@/components/when';
import { moneyInWords } from '@/lib/clinic/money';
import type { EstimateFile } from '@/lib/estimates/estimate-file';
import { givenPage } from '../addresses';

export function GivenList({ file }: { file: EstimateFile }) {
  const t = useTranslations('estimates');
  const locale = useLocale();
  return (
    <section aria-labelledby="given" className="flow min-w-0">
      <h2 id="given">{t('file.givenTitle')}</h2>
      {file.given.length === 0 ? (
        <p>{t('file.givenNone')}</p>
      ) : (
        <Table
          caption={t('file.givenTable')}
          captionHidden
          numeric={[2]}
          head={[t('list.head.open'), t('list.head.given'), t('list.head.total')]}
          rows={file.given.map(({ number, givenAt, contents }) => [
            <a key="open" href={givenPage(file.reference, number)} className="font-semibold">
              {t('own.one', { number })}
            </a>,
            <When key="given" at={givenAt} zone={file.zone} />,
            contents ? moneyInWords(contents.total, contents.currency, locale) : '',
          ])}
        />
      )}
    </section>
  );
}
