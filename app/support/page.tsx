// Somebody told us something that worries us: help now, and what we do, by when, in the way that is safe for them. It stops nobody.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { HelpLines } from '@/components/help-lines';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { requireClient } from '@/lib/accounts/require';
import { type HelpLine, urgentHelp } from '@/lib/clinic/urgent-help';
import type { Support } from '@/lib/forms/risk';
import { type SupportFacts, supportFacts } from '@/lib/forms/support-facts';
import { dayInWords, placeOf, timeInWords } from '@/lib/scheduling/time-in-words';
import { WhatHappensNow } from './what-happens-now';

/** Which numbers come first; where there are several signs, those of the most serious do, and the others’ follow. */
const FIRST: Record<Support | 'none', readonly HelpLine['for'][]> = {
  'self-harm': ['danger', 'crisis'],
  relationship: ['danger', 'relationship', 'crisis'],
  'harm-to-others': ['danger', 'crisis'],
  'low-mood': ['crisis', 'danger'],
  none: ['danger', 'crisis', 'relationship'],
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forms.support');
  return { title: t('title') };
}

export default async function SupportPage() {
  const { actor } = await requireClient();
  const facts = await supportFacts(actor);
  const t = await getTranslations('forms.support');
  const [first = 'none', ...more] = facts.about;
  const told = facts.about.length > 0;
  const kinds = [...new Set([FIRST[first], ...more.map((about) => FIRST[about])].flat())];
  const country = facts.country ?? facts.clinic.country;
  const help = Object.entries(urgentHelp).find(([code]) => code === country)?.[1];
  return (
    <ClientPage signedIn>
      <h1>{told ? t('heading') : t('headingNone')}</h1>
      <p className="text-lead">{t(`lead.${first}`)}</p>
      {more.map((about) => (
        <p key={about} className="max-w-line">
          {t(`more.${about}`)}
        </p>
      ))}
      <section aria-labelledby="help">
        <h2 id="help">{help ? t('helpIn', { code: country, country: help.country }) : t('helpNow')}</h2>
        {help ? <HelpLines help={help} only={kinds} /> : <Elsewhere />}
        <p>
          <a href="/urgent-help">{t('allCountries')}</a>
        </p>
      </section>
      {told && <WhatHappensNow facts={facts} when={await whenIn(facts)} />}
      {!facts.ended && <p className="max-w-line">{told ? t('still') : t('go')}</p>}
      <ButtonRow>
        {facts.ended ? (
          <ButtonLink href="/home">{t('home')}</ButtonLink>
        ) : (
          <>
            <ButtonLink href={nextPath(facts)}>{t('continue')}</ButtonLink>
            <ButtonLink href="/home" kind="secondary">
              {t('stop')}
            </ButtonLink>
          </>
        )}
        <ButtonLink href="/exit" kind="quiet">
          {t('exit')}
        </ButtonLink>
      </ButtonRow>
    </ClientPage>
  );
}

/** Where we know no numbers: what helps anywhere. */
async function Elsewhere() {
  const t = await getTranslations('forms.support');
  const steps = ['emergency', 'hospital', 'doctor', 'someone'] as const;
  return (
    <>
      <p>{t('elsewhere')}</p>
      <Bullets items={steps.map((step) => t(`elsewhereSteps.${step}`))} />
    </>
  );
}

function nextPath({ next }: SupportFacts): string {
  if (!next) return '/home';
  return `/forms/${next.section}/${next.page === 'check' ? 'check' : next.page.slug}`;
}

async function whenIn({ until, zone }: SupportFacts) {
  const locale = await getLocale();
  return (
    until && {
      day: dayInWords(until, zone, locale),
      time: timeInWords(until, zone, locale),
      place: placeOf(zone),
    }
  );
}
