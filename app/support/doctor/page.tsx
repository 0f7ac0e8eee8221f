// Somebody ticked a sign that a doctor should see: which, how soon, and whom to call. It stops nobody, and alerts nobody here.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { HelpLines } from '@/components/help-lines';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { urgentHelp } from '@/lib/clinic/urgent-help';
import { HOW_SOON, type MedicalAdvice, medicalAdvice } from '@/lib/forms/medical-advice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('forms.doctor'))('title') };
}

const WHEN = ['now', 'today', 'soon'] as const;

export default async function DoctorPage() {
  const { actor } = await requireClient();
  const advice = await medicalAdvice(actor);
  if (advice.signs.length === 0) redirect('/home');
  const t = await getTranslations('forms.doctor');
  const help = Object.entries(urgentHelp).find(([code]) => code === advice.country)?.[1];
  return (
    <ClientPage signedIn>
      <h1>{t('heading')}</h1>
      <p className="text-lead">{t('lead')}</p>
      {WHEN.map((when) => {
        const signs = advice.signs.filter((sign) => HOW_SOON[sign] === when);
        if (signs.length === 0) return null;
        return (
          <Notice key={when} kind={when === 'now' ? 'urgent' : 'info'} title={t(`when.${when}`)}>
            {signs.map((sign) => (
              <p key={sign}>{t(`signs.${sign}`)}</p>
            ))}
          </Notice>
        );
      })}
      <section aria-labelledby="help">
        <h2 id="help">{t('help')}</h2>
        {help ? <HelpLines help={help} only={['danger']} /> : <p>{t('elsewhere')}</p>}
      </section>
      <p className="max-w-line">{t('notTold')}</p>
      <p className="max-w-line">{t('medicine')}</p>
      <ButtonRow>
        <ButtonLink href={nextPath(advice)}>{t('continue')}</ButtonLink>
        <ButtonLink href="/home" kind="secondary">
          {t('stop')}
        </ButtonLink>
      </ButtonRow>
    </ClientPage>
  );
}

function nextPath({ next }: MedicalAdvice): string {
  if (!next) return '/home';
  return `/forms/${next.section}/${next.page === 'check' ? 'check' : next.page.slug}`;
}
