// Who to call or text when it can't wait, country by country. No account, nothing stored.
import type { Metadata } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { HelpLines } from '@/components/help-lines';
import { type HelpCountry, urgentHelp } from '@/lib/clinic/urgent-help';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.urgent');
  return { title: t('title') };
}

const countries = Object.entries(urgentHelp) as [HelpCountry, (typeof urgentHelp)[HelpCountry]][];
const oldest = countries.flatMap(([, { lines }]) => lines.map(({ verifiedAt }) => verifiedAt)).sort()[0];

export default function UrgentHelpPage() {
  const t = useTranslations('quiet.urgent');
  const format = useFormatter();
  return (
    <ClientPage width="wide">
      <h1>{t('title')}</h1>
      <p className="max-w-line text-lead">{t('lead')}</p>
      <p className="max-w-line">{t('notUs')}</p>
      <nav aria-label={t('jump')} className="no-print">
        <ul className="flex flex-wrap gap-x-6">
          {countries.map(([code, { country }]) => (
            <li key={code}>
              <a href={`#${code}`} className="inline-flex min-h-(--target) items-center">
                {country}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-10 pt-2 lg:grid-cols-2">
        {countries.map(([code, help]) => (
          <section
            key={code}
            id={code}
            tabIndex={-1}
            aria-labelledby={`${code}-name`}
            className="scroll-mt-24"
          >
            <h2 id={`${code}-name`} className="border-b-2 border-dusk pb-1">
              {help.country}
            </h2>
            <HelpLines help={help} />
          </section>
        ))}
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere" className="border-b-2 border-dusk pb-1">
            {t('elsewhere')}
          </h2>
          <p className="mt-4">{t('elsewhereSays')}</p>
        </section>
      </div>
      <p className="max-w-line">{t('trace')}</p>
      {oldest && (
        <p className="text-small text-ink-soft">
          {t('checked', { date: format.dateTime(new Date(oldest), { dateStyle: 'long', timeZone: 'UTC' }) })}
        </p>
      )}
    </ClientPage>
  );
}
