// In short: what is held about a client, who sees it, and what they can ask.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ReachClinic } from '@/components/reach-clinic';
import { Bullets } from '@/components/ui/bullets';
import { publicClinic } from '@/lib/clinic/public-clinic';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quiet.privacy');
  return { title: t('title') };
}

export default async function PrivacyPage() {
  const [t, clinic] = await Promise.all([getTranslations('quiet.privacy'), publicClinic()]);
  return (
    <ClientPage>
      <h1>{t('title')}</h1>
      <p className="text-lead">{t('lead')}</p>
      <h2>{t('hold')}</h2>
      <Bullets
        items={(['reach', 'answers', 'signed', 'appointments', 'reads'] as const).map((each) =>
          t(`holdList.${each}`),
        )}
      />
      <h2>{t('sees')}</h2>
      <Bullets
        items={(['clinical', 'desk', 'before', 'nobody'] as const).map((each) => t(`seesList.${each}`))}
      />
      <h2>{t('keep')}</h2>
      <p>{t('keepSays')}</p>
      <h2>{t('cookies')}</h2>
      <p>{t('cookiesSays')}</p>
      <h2>{t('ask')}</h2>
      <Bullets items={(['see', 'correct', 'reads', 'limit'] as const).map((each) => t(`askList.${each}`))} />
      <ReachClinic clinic={clinic} />
      <p>{t('whole')}</p>
    </ClientPage>
  );
}
