// What works for whom on this site, and what to do when something is in the way.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { Bullets } from '@/components/ui/bullets';
import { publicClinic } from '@/lib/clinic/public-clinic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.accessibility');
  return { title: t('title') };
}

export default async function AccessibilityPage() {
  const [t, clinic] = await Promise.all([getTranslations('quiet.accessibility'), publicClinic()]);
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <h2>{t('works')}</h2>
      <Bullets
        items={(['keyboard', 'zoom', 'contrast', 'scripts', 'time'] as const).map((each) =>
          t(`worksList.${each}`),
        )}
      />
      <p>{t('standard')}</p>
      <h2>{t('trouble')}</h2>
      <p>{t('troubleSays')}</p>
      <ReachClinic clinic={clinic} />
      <h2>{t('sessions')}</h2>
      <p>{t('sessionsSays')}</p>
    </ClientPage>
  );
}
