// Tells a colleague who left, and has just typed the right code, that their access has ended and whom to ask. The same for everybody who opens it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { publicClinic } from '@/lib/clinic/public-clinic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn.accessEnded'))('title') };
}

export default async function AccessEndedPage() {
  const [t, clinic] = await Promise.all([getTranslations('signIn.accessEnded'), publicClinic()]);
  return (
    <ClientPage back={{ href: '/sign-in', label: t('back') }}>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <p>{t('ask')}</p>
      <ReachClinic clinic={clinic} />
    </ClientPage>
  );
}
