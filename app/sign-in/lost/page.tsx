// What to do when a mailbox can't be opened any more: whom to call, when, and what they will ask. The same for everybody.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ClinicHours } from '@/components/clinic-hours';
import { ReachClinic } from '@/components/reach-clinic';
import { Bullets } from '@/components/ui/bullets';
import { recoveryHelp } from '@/lib/clinic/recovery-help';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('address.lost');
  return { title: t('title') };
}

export default async function LostMailboxPage() {
  const [t, clinic] = await Promise.all([getTranslations('address.lost'), recoveryHelp()]);
  return (
    <ClientPage back={{ href: '/sign-in', label: t('back') }}>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <ReachClinic clinic={clinic} />
      <p>{t('first')}</p>
      {clinic && (
        <>
          <h2>{t('when')}</h2>
          <ClinicHours hours={clinic.hours} zone={clinic.zone} />
          <h2>{t('where')}</h2>
          <p>{clinic.address}</p>
          <h2>{t('need')}</h2>
          <p>{t('needLead')}</p>
          <Bullets items={clinic.recoverySteps.map((step) => t(`steps.${step}`))} />
        </>
      )}
      <h2>{t('then')}</h2>
      <Bullets items={(['told', 'code', 'out'] as const).map((each) => t(`thenList.${each}`))} />
      <p>{t('silent')}</p>
    </ClientPage>
  );
}
