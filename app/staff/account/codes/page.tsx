// Before new recovery codes are made: that the old ones open nothing after it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireFreshStaff } from '@/lib/accounts/require';
import { ACCOUNT, OwnPage, problemOf } from '../own-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount.codes'))('title') };
}

export default async function NewCodesPage() {
  const { actor, staff } = await requireFreshStaff();
  const t = await getTranslations('ownAccount.codes');
  const problem = await problemOf(await formDraft(actor, 'staff/account/codes'));
  return (
    <OwnPage staff={staff} problem={problem}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <form id="codes" method="post" action={`${ACCOUNT}/codes/make`}>
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
