// Before one of one's own passkeys is taken away.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { ownKeys } from '@/lib/accounts/own-keys';
import { requireFreshStaff, requireStaff } from '@/lib/accounts/require';
import { ACCOUNT, OwnPage } from '../own-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount.remove'))('title') };
}

type Props = { searchParams: Promise<{ passkey?: string | string[] }> };

export default async function RemovePage({ searchParams }: Props) {
  const { actor, staff } = await requireStaff();
  const [{ passkey }, { passkeys }] = [await searchParams, await ownKeys(actor)];
  const found = passkeys.find(({ reference }) => reference === passkey);
  if (!found) redirect(ACCOUNT);
  await requireFreshStaff();
  const t = await getTranslations('ownAccount');
  return (
    <OwnPage staff={staff}>
      <h1>{t('remove.heading', { label: found.label || t('secondStep.unnamed') })}</h1>
      <p className="max-w-line">{t('remove.lead')}</p>
      <form method="post" action={`${ACCOUNT}/remove/confirm`}>
        <input type="hidden" name="passkey" value={found.reference} />
        <ButtonRow>
          <Button kind="secondary">{t('remove.submit')}</Button>
          <ButtonLink kind="quiet" href={ACCOUNT}>
            {t('remove.no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </OwnPage>
  );
}
