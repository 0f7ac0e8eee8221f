// Who to call or text when it can't wait: the country somebody is likely in comes first, and all are there. No account needed, nothing stored.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { HelpLines } from '@/components/help-lines';
import { clientIfReachable } from '@/lib/accounts/require';
import { countryToShow } from '@/lib/clinic/country-to-show';
import { publicClinic } from '@/lib/clinic/public-clinic';
import { type HelpCountry, urgentHelp } from '@/lib/clinic/urgent-help';
import { countryOfClient } from '@/lib/forms/where-client-is';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.urgent');
  return { title: t('title') };
}

const countries = Object.keys(urgentHelp) as HelpCountry[];
const oldest = Object.values(urgentHelp)
  .flatMap(({ lines }) => lines.map(({ verifiedAt }) => verifiedAt))
  .sort()[0];

export default async function UrgentHelpPage() {
  const [t, locale] = await Promise.all([getTranslations('quiet.urgent'), getLocale()]);
  const { first, signedIn } = await whereTheyAre();
  const others = countries.filter((code) => code !== first);
  return (
    <ClientPage width="wide" signedIn={signedIn}>
      <h1>{t('title')}</h1>
      <p className="max-w-line text-lead">{t('lead')}</p>
      <p className="max-w-line">{t('notUs')}</p>
      {first && <Country code={first} first />}
      <nav aria-labelledby="elsewhere-first" className="no-print">
        <h2 id="elsewhere-first" className={first ? '' : 'sr-only'}>
          {t('otherCountries')}
        </h2>
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {[...others, 'elsewhere' as const].map((code) => (
            <li key={code}>
              <a href={`#${code}`} className="inline-flex min-h-(--target) items-center">
                {code === 'elsewhere' ? t('elsewhere') : urgentHelp[code].country}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 gap-y-10 pt-2 lg:grid-cols-2">
        {others.map((code) => (
          <Country key={code} code={code} />
        ))}
        <section id="elsewhere" tabIndex={-1} aria-labelledby="elsewhere-name" className="scroll-mt-24">
          <h2 id="elsewhere-name" className="border-b-2 border-dusk pb-1">
            {t('elsewhere')}
          </h2>
          <p className="mt-4">{t('elsewhereSays')}</p>
        </section>
      </div>
      <p className="max-w-line">{t('trace')}</p>
      {oldest && (
        <p className="text-small text-ink-soft">
          {t('checked', { date: dayInWords(new Date(oldest), 'UTC', locale, true) })}
        </p>
      )}
    </ClientPage>
  );
}

/** This page must show whatever else fails, so what can't be known in a moment is left out. */
async function whereTheyAre() {
  const [client, clinic] = await Promise.all([clientIfReachable(), inAMoment(publicClinic())]);
  const said = client && (await inAMoment(countryOfClient(client.actor)));
  const languages = (await headers()).get('accept-language');
  return {
    first: countryToShow({ said, languages, clinic: clinic?.country ?? null }),
    signedIn: client !== null,
  };
}

const inAMoment = <T,>(asked: Promise<T>): Promise<T | null> =>
  Promise.race([
    asked.catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, 1_000, null).unref()),
  ]);

function Country({ code, first = false }: { code: HelpCountry; first?: boolean }) {
  const help = urgentHelp[code];
  return (
    <section id={code} tabIndex={-1} aria-labelledby={`${code}-name`} className="scroll-mt-24">
      <h2 id={`${code}-name`} className="border-b-2 border-dusk pb-1">
        {help.country}
      </h2>
      <div className={first ? 'grid grid-cols-[minmax(0,1fr)] items-start gap-x-12 lg:grid-cols-2' : ''}>
        <HelpLines help={help} />
      </div>
    </section>
  );
}
