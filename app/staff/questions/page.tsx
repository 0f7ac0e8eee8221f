// What clients asked about documents and what they withdrew, for staff to see to: who it is, and how they may be reached.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { requireStaff } from '@/lib/accounts/require';
import { readFromClients } from '@/lib/review/from-clients';
import { mayWrite } from '@/lib/review/write-message';
import { FromClientItem } from './from-client-item';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('staff.questions');
  return { title: t('title') };
}

export default async function QuestionsPage() {
  const { actor, staff } = await requireStaff();
  const { items, zone } = await readFromClients(actor);
  const t = await getTranslations('staff.questions');
  return (
    <StaffPage active="questions" who={staff.name} roles={staff.roles}>
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {items.length === 0 && <p>{t('none')}</p>}
      <ul className="flex list-none flex-col gap-5 ps-0">
        {items.map((item) => (
          <li
            key={item.taskId}
            className="keep-together rounded-soft border border-line bg-surface px-5 py-4"
          >
            <FromClientItem item={item} zone={zone} mayWrite={mayWrite(actor)} />
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}
