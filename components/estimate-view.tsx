// An estimate as it is read: what is expected and what it costs first, then who and where, then what the law has it say.
import { useLocale, useTranslations } from 'next-intl';
import { estimateLines, estimateRows, estimateTotal, type ShownEstimate } from './estimate-words';
import { Bullets } from './ui/bullets';
import { SummaryList } from './ui/summary-list';
import { Table } from './ui/table';

export function EstimateView(shown: ShownEstimate) {
  const t = useTranslations('estimates.view');
  const locale = useLocale();
  const { contents } = shown;
  return (
    <>
      <section aria-labelledby="services" className="flow min-w-0">
        <h2 id="services">{t('services')}</h2>
        <Table
          caption={t('table')}
          captionHidden
          numeric={[1, 2]}
          head={[t('head.service'), t('head.quantity'), t('head.total')]}
          rows={estimateLines(t, contents, locale).map(({ service, code, times, total }) => [
            <span key="service">
              {service}
              <span className="block text-small text-ink-soft">
                {t('head.code')} {code}
              </span>
            </span>,
            times,
            total,
          ])}
        />
        <p className="text-lead font-semibold">{estimateTotal(t, contents, locale)}</p>
      </section>
      <section aria-labelledby="about" className="flow min-w-0">
        <h2 id="about">{t('about')}</h2>
        <div className="wrap-anywhere">
          <SummaryList rows={estimateRows(t, shown, locale)} />
        </div>
      </section>
      {contents.statements.map(({ heading, points }) => (
        <section key={heading} className="flow">
          <h2>{heading}</h2>
          <Bullets items={points} />
        </section>
      ))}
    </>
  );
}
