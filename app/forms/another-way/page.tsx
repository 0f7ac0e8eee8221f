// Two answers that can't go together here are said at once, with what would work, before anything more is asked.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ChooseInstead, WhyNobody } from '@/components/another-way';
import { ClientPage } from '@/components/client-page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { requireClient } from '@/lib/accounts/require';
import { nobodyForMe } from '@/lib/scheduling/who-sees-me';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('anotherWay'))('title') };
}

export default async function AnotherWayPage() {
  const { actor } = await requireClient();
  const nobody = await nobodyForMe(actor);
  if (!nobody) redirect('/forms/1/1');
  const t = await getTranslations('anotherWay');
  return (
    <ClientPage signedIn back={{ href: '/forms/1/check', label: t('back') }}>
      <h1>{t('heading')}</h1>
      <WhyNobody nobody={nobody} wanted={nobody.wanted} region={nobody.region} />
      <ChooseInstead nobody={nobody} after="forms" />
      <section>
        <h2>{t('keep')}</h2>
        <p className="max-w-line">{t('keepSays')}</p>
        <ButtonRow>
          <ButtonLink href="/forms/1/1" kind="secondary">
            {t('keepButton')}
          </ButtonLink>
        </ButtonRow>
      </section>
    </ClientPage>
  );
}
