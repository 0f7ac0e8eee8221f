// Before new recovery codes are made: that the old ones open nothing after it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { requireFreshStaff } from '@/lib/accounts/require';
import { ACCOUNT, OwnPage } from '../own-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount.codes'))('title') };
}

export default async function NewCodesPage() {
  const { staff } = await requireFreshStaff();
  const t = await getTranslations('ownAccount.codes');
  return (
    <OwnPage staff={staff}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <form method="post" action={`${ACCOUNT}/codes/make`}>
        <input type="hidden" name="make" value="new" />
        <ButtonRow>
          <Button>{t('submit')}</Button>
          <ButtonLink kind="quiet" href={ACCOUNT}>
            {t('no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </OwnPage>
  );
}
