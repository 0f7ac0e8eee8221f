// Who waits for a time that suits them, for staff who may have one: what they wait for, and how they may be reached.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Notice } from '@/components/ui/notice';
import { requireStaff } from '@/lib/accounts/require';
import { readWaitingClients } from '@/lib/review/waiting-clients';
import { WaitingItem } from './waiting-item';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waitlist.staff'))('title') };
}

export default async function WaitingClientsPage() {
  const { actor, staff } = await requireStaff();
  const { items, zone } = await readWaitingClients(actor);
  const t = await getTranslations('waitlist.staff');
  return (
    <StaffPage active="questions" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff/questions">{t('back')}</BackLink>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {items.length === 0 && (
        <Notice kind="quiet" title={t('none')}>
          <p>{t('noneNext')}</p>
        </Notice>
      )}
      <ol className="flex list-none flex-col gap-5 ps-0">
        {items.map((item) => (
          <li key={item.id} className="keep-together rounded-soft border border-line bg-surface px-5 py-4">
            <WaitingItem item={item} zone={zone} />
          </li>
        ))}
      </ol>
    </StaffPage>
  );
}
